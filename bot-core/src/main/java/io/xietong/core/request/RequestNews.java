package io.xietong.core.request;

import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.feature.News;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Occasion;
import io.xietong.core.item.Visibility;
import io.xietong.core.text.Message;
import java.util.List;

/** Who hears what when something happened to a request. */
final class RequestNews {

    private final Request after;
    private final Occasion occasion;
    private final RequestPolicy policy;
    private final Reached reached;
    private final News news;

    private RequestNews(Request after, Occasion occasion, RequestPolicy policy) {
        this.after = after;
        this.occasion = occasion;
        this.policy = policy;
        this.reached = new Reached(after, occasion);
        this.news = new News(after, occasion);
    }

    /** The messages, each to one reader; the caller decides when they may reach them. */
    static List<Outgoing> of(Request after, List<Fact> facts, Occasion occasion, RequestPolicy policy) {
        RequestNews told = new RequestNews(after, occasion, policy);
        for (int last = facts.size() - 1; last >= 0; last--) told.tell(facts.get(last));
        return told.news.all();
    }

    private void tell(Fact fact) {
        if (fact instanceof RequestFact.Filed filed) filed(filed);
        else if (fact instanceof RequestFact.Accepted accepted) accepted(accepted);
        else if (fact instanceof RequestFact.InfoAsked asked) requester("asked", actor(), asked.question());
        else if (fact instanceof RequestFact.InfoSupplied supplied) owner("supplied", actor(), supplied.answer());
        else if (fact instanceof RequestFact.Transferred transferred) transferred(transferred);
        else if (fact instanceof RequestFact.Declined declined) declined(declined);
        else if (fact instanceof RequestFact.Delivered delivered) delivered(delivered);
        else if (fact instanceof RequestFact.Verified verified) verified(verified);
        else if (fact instanceof RequestFact.AcceptedBySilence) silence();
        else if (fact instanceof RequestFact.Reopened reopened) reopened(reopened);
        else if (fact instanceof RequestFact.Withdrawn) withdrawn();
        else if (fact instanceof RequestFact.Lapsed) lapsed();
        else if (fact instanceof RequestFact.Nudged) owner("nudged", actor());
        else if (fact instanceof SharedFact.Commented commented) commented(commented);
        else if (fact instanceof RequestFact.Escalated escalated) escalated(escalated);
        else if (fact instanceof SharedFact.RungReached rung) reached(rung);
        else if (fact instanceof SharedFact.DueMoved moved) both("moved", moved.from(), moved.to());
        else if (fact instanceof SharedFact.DueConfirmed confirmed) both("confirmed", confirmed.due());
    }

    private void reached(SharedFact.RungReached rung) {
        Rungs.tell(
                rung,
                after,
                occasion,
                policy,
                (person, headline, urgency) -> news.remindReader(person, headline, rung.purpose(), urgency));
    }

    private void filed(RequestFact.Filed filed) {
        boolean openly = after.ask().chat().isGroup() && after.ask().visibility() != Visibility.NAMED;
        Outgoing.Address asker =
                openly ? new Outgoing.ToChat(after.ask().chat()) : new Outgoing.ToPerson(after.requester());
        news.where(asker);
        ask("filed");
        for (String named : after.ask().named()) person(named, message("named", actor(), department()), Urgency.NORMAL);
        if (filed.vacant()) vacancy();
    }

    private void accepted(RequestFact.Accepted accepted) {
        if (accepted.before().isPresent()) {
            requester("repromised", actor(), accepted.before().get(), accepted.promised());
        } else {
            requester("accepted", actor(), accepted.promised());
        }
        watchers("watch-accepted", actor(), accepted.promised());
    }

    private void transferred(RequestFact.Transferred fact) {
        String to = occasion.organisation().departmentName(fact.toDepartment());
        String from = occasion.organisation().departmentName(fact.fromDepartment());
        ask("handed");
        if (!fact.bounced()) return;
        if (bouncedTooOften())
            requester("bounced", from, to, reason(fact.reason()), after.tally().bounces());
        else requester("transferred", from, to, reason(fact.reason()));
        if (fact.vacant()) vacancy();
        watchers("watch-transferred", from, to);
    }

    private void declined(RequestFact.Declined declined) {
        Object instead = declined.suggestedDepartment()
                .<Object>map(id -> Message.of(
                        "request.news.ask-instead", occasion.organisation().departmentName(id)))
                .orElse("");
        if (bouncedTooOften()) {
            requester(
                    "declined-again",
                    department(),
                    actor(),
                    declined.reason(),
                    instead,
                    after.tally().bounces());
        } else {
            requester("declined", department(), actor(), declined.reason(), instead);
        }
        watchers("watch-declined", department());
    }

    private boolean bouncedTooOften() {
        return after.tally().bounces() >= policy.bounces() && !after.tally().escalated();
    }

    private void delivered(RequestFact.Delivered delivered) {
        requester("delivered", actor(), delivered.note());
        watchers("watch-delivered", actor());
    }

    private void verified(RequestFact.Verified verified) {
        owner("verified", actor(), verified.rating(), verified.comment());
        watchers("watch-verified", actor(), verified.rating());
    }

    private void withdrawn() {
        owner("withdrawn", actor());
        watchers("withdrawn", actor());
    }

    private void silence() {
        both("accepted-by-silence", policy.acceptanceDays());
        watchers("accepted-by-silence", policy.acceptanceDays());
    }

    private void reopened(RequestFact.Reopened reopened) {
        owner("reopened", actor(), reopened.reason());
        if (reopened.heads()) heads("reopened-again", actor(), after.tally().reopens(), reopened.reason());
        watchers("reopened", actor(), reopened.reason());
    }

    private void lapsed() {
        both("lapsed", policy.clarificationDays());
        watchers("lapsed", policy.clarificationDays());
    }

    private void commented(SharedFact.Commented commented) {
        both("commented", actor(), commented.text());
        watchers("commented", actor(), commented.text());
    }

    private void escalated(RequestFact.Escalated escalated) {
        heads("escalated", actor(), reason(escalated.reason()), fromDepartment(), department());
        List<Object> heads = reached.heads().stream()
                .<Object>map(occasion.organisation()::nameOf)
                .toList();
        both("escalated-told", heads);
    }

    /** The card to the one who is asked to answer. */
    private void ask(String key) {
        after.owner()
                .ifPresent(owner -> person(
                        owner,
                        message(key, requesterName(), fromDepartment()),
                        after.ask().urgent() ? Urgency.URGENT : Urgency.NORMAL));
    }

    /** An empty seat: the head must fill it, the secretary watches over it (plan duty 38). */
    private void vacancy() {
        for (String head : reached.head()) person(head, message("vacant", department()), Urgency.NORMAL);
        for (String secretary : occasion.organisation().secretaries()) {
            person(secretary, message("vacant", department()), Urgency.NORMAL);
        }
    }

    private void heads(String key, Object... args) {
        for (String head : reached.heads()) person(head, message(key, args), Urgency.NORMAL);
    }

    private void both(String key, Object... args) {
        requester(key, args);
        owner(key, args);
    }

    private void requester(String key, Object... args) {
        person(reached.requester(), message(key, args), Urgency.NORMAL);
    }

    private void owner(String key, Object... args) {
        reached.owner().ifPresent(owner -> person(owner, message(key, args), Urgency.NORMAL));
    }

    private void watchers(String key, Object... args) {
        for (String watcher : after.watchers()) person(watcher, message(key, args), Urgency.LOW);
    }

    private void person(String person, Message headline, Urgency urgency) {
        news.reader(person, headline, urgency);
    }

    private Message message(String key, Object... args) {
        return Message.of("request.news." + key, args);
    }

    private Object actor() {
        return news.actor();
    }

    private String requesterName() {
        return occasion.organisation().nameOf(after.requester());
    }

    private static Object reason(String given) {
        return given.isBlank() ? Message.of("request.no-reason") : given;
    }

    private String fromDepartment() {
        return occasion.organisation().departmentName(after.fromDepartment());
    }

    private String department() {
        return occasion.organisation().departmentName(after.department());
    }
}
