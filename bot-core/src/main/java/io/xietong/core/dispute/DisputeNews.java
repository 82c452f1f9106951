package io.xietong.core.dispute;

import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.News;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import io.xietong.core.vote.Outcome;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who hears what when something happened to a dispute. */
final class DisputeNews {

    private final Dispute after;
    private final Organisation organisation;
    private final Standing standing;
    private final News news;

    private DisputeNews(Dispute after, Occasion occasion) {
        this.after = after;
        this.organisation = occasion.organisation();
        this.standing = Standing.of(after, occasion);
        this.news = new News(after, occasion);
    }

    static List<Outgoing> of(Dispute after, List<Fact> facts, Occasion occasion) {
        DisputeNews told = new DisputeNews(after, occasion);
        for (int last = facts.size() - 1; last >= 0; last--) told.tell(facts.get(last));
        return told.news.all();
    }

    private void tell(Fact fact) {
        if (fact instanceof DisputeFact.Raised raised) raised(raised);
        else if (fact instanceof DisputeFact.PositionStated said) other(said.department(), "position", said.position());
        else if (fact instanceof DisputeFact.TermsProposed said) other(said.department(), "terms", said.terms());
        else if (fact instanceof DisputeFact.Settled settled) everybody("settled", settled.terms());
        else if (fact instanceof DisputeFact.Climbed climbed) climbed(climbed);
        else if (fact instanceof DisputeFact.Received received) received(received);
        else if (fact instanceof DisputeFact.VoteClosed closed) voteClosed(closed);
        else if (fact instanceof DisputeFact.DeclaredRecusal recusal) recused(recusal);
        else if (fact instanceof DisputeFact.Ruled ruled) ruled(ruled.ruling());
        else if (fact instanceof DisputeFact.ReviewGranted review) review(review);
        else if (fact instanceof DisputeFact.DisputeWithdrawn) everybody("withdrawn", news.actor());
        else if (fact instanceof SharedFact.Commented comment) everybody("commented", news.actor(), comment.text());
        else if (fact instanceof SharedFact.RungReached rung) rung(rung);
        else if (fact instanceof SharedFact.DueMoved moved) everybody("moved", moved.from(), moved.to());
        else if (fact instanceof SharedFact.DueConfirmed confirmed) everybody("confirmed", confirmed.due());
    }

    private void raised(DisputeFact.Raised raised) {
        Outgoing.Address where = after.chat().isGroup()
                ? new Outgoing.ToChat(after.chat())
                : new Outgoing.ToPerson(after.first().speaker());
        news.where(where);
        Message headline = message("raised", news.actor(), department(raised.by()));
        news.person(after.second().speaker(), headline, Urgency.NORMAL);
        for (Side side : after.sides()) {
            headOf(side).ifPresent(head -> news.mention(head, message("raised-head", names()), Purpose.NEGOTIATION));
        }
    }

    private Optional<String> headOf(Side side) {
        return organisation.department(side.department()).flatMap(department -> department.head());
    }

    /** To the other side: its speaker, and its head once the heads talk. */
    private void other(String department, String key, String words) {
        for (Side side : after.sides()) {
            if (side.department().equals(department)) continue;
            Message headline = message(key, department(department), words);
            if (after.state() == State.WITH_HEADS) news.head(side.department(), headline);
            news.person(side.speaker(), headline, Urgency.NORMAL);
        }
    }

    private void everybody(String key, Object... args) {
        Message headline = message(key, args);
        for (Side side : after.sides()) {
            news.person(side.speaker(), headline, Urgency.NORMAL);
            if (after.state() != State.FRONT_LINE) news.head(side.department(), headline);
        }
        news.watchers(headline, standing::maySee);
    }

    private void climbed(DisputeFact.Climbed climbed) {
        String why = climbed.byTime() ? "-by-time" : "";
        if (climbed.to() == State.WITH_HEADS) {
            for (Side side : after.sides()) news.head(side.department(), message("to-heads" + why, names()));
        } else {
            news.people(organisation.secretaries(), message("to-receive" + why, names()), Urgency.NORMAL);
        }
        everybody("climbed" + why, Message.of("dispute.state." + climbed.to().name()));
    }

    private void received(DisputeFact.Received received) {
        Docket docket = after.docket().orElseThrow();
        news.person(docket.presiding(), message("preside", names(), due()), Urgency.NORMAL);
        news.people(docket.ballot().eligible(), message("vote", names(), due()), Urgency.NORMAL);
        for (String member : received.recused()) {
            news.person(member, message("recused", names()), Urgency.NORMAL);
        }
        everybody("received", due());
    }

    /** By when it must be ruled. */
    private Object due() {
        return after.firstDue()
                .flatMap(clock -> clock.dueAt())
                .<Object>map(at -> at)
                .orElse("");
    }

    private void voteClosed(DisputeFact.VoteClosed closed) {
        String result = closed.result();
        Object upheld = result.isEmpty()
                ? Message.of("dispute.news.nobody-won")
                : Message.of("dispute.news.upheld", department(result));
        news.person(after.docket().orElseThrow().presiding(), message("vote-closed", upheld), Urgency.NORMAL);
    }

    private void recused(DisputeFact.DeclaredRecusal recusal) {
        Docket docket = after.docket().orElseThrow();
        if (recusal.presided()) {
            news.person(docket.presiding(), message("preside", names(), due()), Urgency.NORMAL);
            return;
        }
        news.person(
                docket.presiding(),
                message("declared-recusal", organisation.nameOf(recusal.member()), recusal.reason()),
                Urgency.NORMAL);
    }

    private void ruled(Ruling ruling) {
        everybody("ruled", ruling.text());
        Set<String> concerned = new LinkedHashSet<>(organisation.committee().members());
        concerned.add(organisation.committee().chair());
        concerned.addAll(organisation.secretaries());
        for (String person : concerned) news.reader(person, message("ruled", ruling.text()), Urgency.NORMAL);
    }

    private void review(DisputeFact.ReviewGranted review) {
        news.people(organisation.secretaries(), message("review", names(), review.evidence()), Urgency.NORMAL);
        everybody("review-told", review.evidence());
    }

    private void rung(SharedFact.RungReached rung) {
        switch (rung.purpose()) {
            case NEGOTIATION -> owing().forEach(side -> remind(side.speaker(), "reminder-front", rung));
            case HEADS ->
                owing().forEach(side -> news.remindHead(
                        side.department(),
                        message("reminder-heads", names(), rung.due()),
                        rung.purpose(),
                        Urgency.NORMAL));
            case RECEIPT ->
                organisation.secretaries().forEach(secretary -> remind(secretary, "reminder-receipt", rung));
            case RULING -> {
                String presiding = after.docket().orElseThrow().presiding();
                if (rung.rung().equals("T-0")) remind(presiding, "ruling-today", rung);
                if (rung.rung().startsWith("T-")) missing().forEach(voter -> remind(voter, "reminder-vote", rung));
                else {
                    String key = rung.timeIsUp() ? "ruling-due" : "ruling-overdue";
                    String watch = rung.timeIsUp() ? "ruling-due-watch" : "ruling-watch";
                    news.remindOverdue(presiding, message(key, names(), rung.due()), rung.purpose());
                    organisation.secretaries().forEach(secretary -> remind(secretary, watch, rung));
                }
            }
            default -> {}
        }
    }

    private List<Side> owing() {
        return after.sides().stream().filter(after::owesAnswer).toList();
    }

    private List<String> missing() {
        Docket docket = after.docket().orElseThrow();
        return docket.ballot().outcome() instanceof Outcome.Open open ? open.missing() : List.of(docket.presiding());
    }

    private void remind(String person, String key, SharedFact.RungReached rung) {
        news.remind(person, message(key, names(), rung.due()), rung.purpose());
    }

    private Message names() {
        return Message.of(
                "dispute.between",
                department(after.first().department()),
                department(after.second().department()));
    }

    private String department(String id) {
        return organisation.departmentName(id);
    }

    private static Message message(String key, Object... args) {
        return Message.of("dispute.news." + key, args);
    }
}
