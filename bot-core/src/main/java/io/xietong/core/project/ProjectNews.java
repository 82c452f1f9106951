package io.xietong.core.project;

import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.feature.News;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Assignment;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who hears what when something happened to a project. */
final class ProjectNews {

    private final Project after;
    private final Occasion occasion;
    private final Organisation organisation;
    private final News news;
    private final ProjectReminders reminders;

    private ProjectNews(Project after, Occasion occasion) {
        this.after = after;
        this.occasion = occasion;
        this.organisation = occasion.organisation();
        this.news = new News(after, occasion);
        this.reminders = new ProjectReminders(after, occasion, news);
    }

    static List<Outgoing> of(Project after, List<Fact> facts, Occasion occasion) {
        ProjectNews told = new ProjectNews(after, occasion);
        for (int last = facts.size() - 1; last >= 0; last--) told.tell(facts.get(last));
        return told.news.all();
    }

    private void tell(Fact fact) {
        if (fact instanceof ProjectFact.CharterDrafted) drafted();
        else if (fact instanceof ProjectFact.CharterRevised) goesRound("revised");
        else if (fact instanceof ProjectFact.CharterSigned signed) signed(signed);
        else if (fact instanceof ProjectFact.CharterReturned back) returned(back);
        else if (fact instanceof ProjectFact.DutyDeclined no) declined(no);
        else if (fact instanceof ProjectFact.DutyAccepted) drafter("accepted", news.actor());
        else if (fact instanceof ProjectFact.ApprovalAsked asked) asked(asked);
        else if (fact instanceof ProjectFact.Approved approved) approved(approved);
        else if (fact instanceof ProjectFact.Rejected rejected) rejected(rejected);
        else if (fact instanceof ProjectFact.ProjectStarted) started();
        else runs(fact);
    }

    private void runs(Fact fact) {
        if (fact instanceof ProjectFact.MilestoneReached reached) reached(reached);
        else if (fact instanceof ProjectFact.MilestoneSlipped slip) slipped(slip);
        else if (fact instanceof ProjectFact.GatePassed passed) passed(passed);
        else if (fact instanceof ProjectFact.MilestoneRang rang) reminders.rang(rang);
        else if (fact instanceof ProjectFact.LeadChanged changed) leadChanged(changed);
        else if (fact instanceof ProjectFact.MemberJoined joined)
            news.person(joined.person(), message("joined", news.actor()), Urgency.NORMAL);
        else if (fact instanceof ProjectFact.MemberLeft left)
            news.person(left.person(), message("left", news.actor()), Urgency.NORMAL);
        else if (fact instanceof ProjectFact.StoodUp said) stoodUp(said);
        else if (fact instanceof ProjectFact.StandUpHeld held) held(held);
        else if (fact instanceof ProjectFact.MeetsRegularly meets)
            group("meets", news.actor(), new Rhythm(meets.weekday(), meets.at(), meets.length(), 0).said());
        else if (fact instanceof ProjectFact.MeetsNoMore) group("meets-no-more", news.actor());
        else if (fact instanceof ProjectFact.GroupMade) news.where(new Outgoing.ToChat(after.chat()));
        else if (fact instanceof ProjectFact.ReportSent report) everybody("report", news.actor(), report.text());
        else if (fact instanceof ProjectFact.ProjectClosed closed) everybody("closed", news.actor(), closed.summary());
        else if (fact instanceof ProjectFact.ProjectCancelled no) everybody("cancelled", news.actor(), no.reason());
        else if (fact instanceof SharedFact.Commented comment) commented(comment);
        else if (fact instanceof SharedFact.RungReached rung) reminders.rung(rung);
    }

    private void drafted() {
        news.where(
                after.chat().isGroup() ? new Outgoing.ToChat(after.chat()) : new Outgoing.ToPerson(after.draftedBy()));
        goesRound("to-sign");
    }

    /** To every head who has to sign, and to who is to lead. */
    private void goesRound(String key) {
        after.unsigned().forEach(department -> news.head(department, message(key, news.actor(), due())));
        lead("to-lead", news.actor());
        if (!key.equals("to-sign")) drafter(key, news.actor(), due());
    }

    private Object due() {
        return after.firstDue()
                .flatMap(clock -> clock.dueAt())
                .<Object>map(at -> at)
                .orElse("");
    }

    private void lead(String key, Object... args) {
        news.person(after.lead().person(), message(key, args), Urgency.NORMAL);
    }

    private void drafter(String key, Object... args) {
        news.person(after.draftedBy(), message(key, args), Urgency.NORMAL);
    }

    private void signed(ProjectFact.CharterSigned signed) {
        if (!signed.all()) return;
        lead("all-signed", due());
        drafter("all-signed-told", organisation.nameOf(after.lead().person()));
    }

    private void returned(ProjectFact.CharterReturned back) {
        drafter("returned", organisation.departmentName(back.department()), back.reason());
        lead("returned-told", organisation.departmentName(back.department()), back.reason());
    }

    private void declined(ProjectFact.DutyDeclined no) {
        if (after.state() == State.DRAFT) drafter("declined", news.actor(), no.reason());
        news.head(after.department(), message("declined-head", news.actor(), no.reason()));
    }

    private void asked(ProjectFact.ApprovalAsked asked) {
        String year = after.planYear().map(Object::toString).orElse("");
        Message headline = switch (asked.question()) {
            case PLAN -> message("vote-plan", due(), year);
            case CHARTER -> message("vote", due(), asked.reason());
            case BASELINE -> message("vote-baseline", due(), asked.reason());
        };
        news.person(asked.presiding(), headline, Urgency.NORMAL);
        news.people(asked.voters(), headline, Urgency.NORMAL);
    }

    private void approved(ProjectFact.Approved approved) {
        if (approved.question() == Approval.Question.BASELINE) everybody("baseline-approved");
        if (approved.question() != Approval.Question.PLAN) return;
        news.head(after.department(), message("plan-approved"));
        drafter("plan-approved-told", organisation.departmentName(after.department()));
    }

    private void rejected(ProjectFact.Rejected rejected) {
        if (rejected.question() == Approval.Question.BASELINE) {
            lead("baseline-rejected");
        } else if (rejected.question() == Approval.Question.PLAN) {
            drafter("plan-rejected");
            lead("plan-rejected");
        } else {
            drafter("rejected");
            lead("rejected-told");
        }
    }

    private void started() {
        if (after.chat().isGroup()) news.where(new Outgoing.ToChat(after.chat()));
        everybody("started", organisation.nameOf(after.lead().person()));
    }

    /** The lead and the working group. */
    private void group(String key, Object... args) {
        Set<String> people = new LinkedHashSet<>(List.of(after.lead().person()));
        people.addAll(after.members());
        news.people(people, message(key, args), Urgency.NORMAL);
    }

    /** The lead, the working group, the drafter, the heads of the named departments, and who follows it. */
    private void everybody(String key, Object... args) {
        Message headline = message(key, args);
        news.people(after.parties(), headline, Urgency.NORMAL);
        after.departments().forEach(department -> news.head(department, headline));
        news.watchers(headline);
    }

    private void reached(ProjectFact.MilestoneReached reached) {
        Object[] args = {news.actor(), reached.ordinal(), reached.name(), reached.note()};
        boolean last = after.next().isEmpty() && after.unsettled().isEmpty();
        lead(last ? "reached-last" : "reached", args);
        after.milestone(reached.ordinal() + 1)
                .filter(next -> after.lockOf(next.ordinal()).isEmpty())
                .ifPresent(next -> answering(next, message("next", reached.ordinal(), next.ordinal(), next.name())));
        news.watchers(message("reached", args));
    }

    /** To whoever answers for a milestone's department. */
    private void answering(Milestone milestone, Message headline) {
        occasion.routing()
                .assign(milestone.department(), Set.of())
                .map(Assignment::person)
                .ifPresent(contact -> news.person(contact, headline, Urgency.NORMAL));
    }

    private void slipped(ProjectFact.MilestoneSlipped slip) {
        String blamed = organisation.departmentName(slip.department());
        Message headline =
                message("slipped", news.actor(), slip.ordinal(), slip.name(), slip.to(), blamed, slip.reason());
        lead("slipped", news.actor(), slip.ordinal(), slip.name(), slip.to(), blamed, slip.reason());
        news.head(slip.department(), headline);
        after.milestone(slip.ordinal()).ifPresent(milestone -> news.head(milestone.department(), headline));
        after.milestone(slip.ordinal() + 1).ifPresent(next -> answering(next, headline));
        news.watchers(headline);
    }

    private void passed(ProjectFact.GatePassed passed) {
        lead("passed", passed.ordinal(), passed.name(), passed.review());
        after.milestone(passed.ordinal() + 1)
                .filter(next ->
                        !next.isReached() && after.lockOf(next.ordinal()).isEmpty())
                .ifPresent(next -> answering(
                        next, message("opened", passed.ordinal(), passed.name(), next.ordinal(), next.name())));
    }

    private void leadChanged(ProjectFact.LeadChanged changed) {
        lead("to-take-over", news.actor(), due(), changed.reason());
        news.person(
                changed.from(),
                message("led-away", news.actor(), organisation.nameOf(changed.to()), changed.reason()),
                Urgency.NORMAL);
    }

    private void commented(SharedFact.Commented comment) {
        news.people(after.parties(), message("commented", news.actor(), comment.text()), Urgency.NORMAL);
        news.watchers(message("commented", news.actor(), comment.text()));
    }

    private void stoodUp(ProjectFact.StoodUp said) {
        if (!said.blocker().isBlank()) lead("blocked", news.actor(), said.blocker());
    }

    /** Where everybody is, else to the lead. */
    private void held(ProjectFact.StandUpHeld held) {
        List<Object> answers = held.answers().stream()
                .<Object>map(one ->
                        ProjectTold.answer(organisation.nameOf(one.person()), one.done(), one.next(), one.blocker()))
                .toList();
        Message summary = message("held", held.day(), answers, names(held.missing()), names(held.away()));
        if (after.chat().isGroup()) news.where(new Outgoing.ToChat(after.chat()), summary);
        lead("held", held.day(), answers, names(held.missing()), names(held.away()));
    }

    private Object names(List<String> people) {
        return people.isEmpty()
                ? Message.of("project.nobody")
                : people.stream().<Object>map(organisation::nameOf).toList();
    }

    private static Message message(String key, Object... args) {
        return Message.of("project.news." + key, args);
    }
}
