package io.xietong.core.gate;

import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.News;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Assignment;
import io.xietong.core.people.Committee;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who hears what when something happened to a gate. */
final class GateNews {

    private final Gate after;
    private final Occasion occasion;
    private final Organisation organisation;
    private final GatePolicy policy;
    private final News news;

    private GateNews(Gate after, Occasion occasion, GatePolicy policy) {
        this.after = after;
        this.occasion = occasion;
        this.organisation = occasion.organisation();
        this.policy = policy;
        this.news = new News(after, occasion);
    }

    static List<Outgoing> of(Gate after, List<Fact> facts, Occasion occasion, GatePolicy policy) {
        GateNews told = new GateNews(after, occasion, policy);
        for (int last = facts.size() - 1; last >= 0; last--) told.tell(facts.get(last));
        return told.news.all();
    }

    private void tell(Fact fact) {
        if (fact instanceof GateFact.GateCalled) called();
        else if (fact instanceof GateFact.Judged judged) judged(judged.answer());
        else if (fact instanceof GateFact.Overruled overruled) overruled(overruled);
        else if (fact instanceof GateFact.HeldBack held) lead("held", locks(held.locks()));
        else if (fact instanceof GateFact.ReviewPassed) passed();
        else if (fact instanceof GateFact.ReviewFailed failed) failed(failed);
        else if (fact instanceof GateFact.CalledAgain again) calledAgain(again);
        else if (fact instanceof GateFact.GateReleased released) released(released.release());
        else if (fact instanceof GateFact.GateWithdrawn) involved(message("withdrawn", news.actor()));
        else if (fact instanceof GateFact.LeadHandedOn)
            lead("led-by-you", after.at().stage());
        else if (fact instanceof SharedFact.Commented comment)
            commented(message("commented", news.actor(), comment.text()));
        else if (fact instanceof SharedFact.RungReached rung && rung.purpose() == Purpose.JOINT_REVIEW) rung(rung);
        else if (fact instanceof SharedFact.DueMoved moved) involved(message("moved", moved.from(), moved.to()));
        else if (fact instanceof SharedFact.DueConfirmed confirmed) involved(message("confirmed", confirmed.due()));
    }

    private void called() {
        news.where(
                after.chat().isGroup() ? new Outgoing.ToChat(after.chat()) : new Outgoing.ToPerson(after.calledBy()));
        ask(message("called", news.actor(), after.at().stage(), due()));
        lead("called-lead", news.actor(), after.at().stage());
    }

    private void calledAgain(GateFact.CalledAgain again) {
        ask(message("called-again", news.actor(), again.round(), again.changed(), due()));
        lead("again-lead", news.actor(), again.round(), again.changed());
    }

    /** The ones who answer for each department; its head is told what they answer. */
    private void ask(Message headline) {
        for (String department : after.at().departments())
            reviewer(department).ifPresent(person -> news.person(person, headline, Urgency.NORMAL));
    }

    private Optional<String> reviewer(String department) {
        return occasion.routing().assign(department, Set.of()).map(Assignment::person);
    }

    /** The head hears what was answered for the department, and until when it can be overruled. */
    private void judged(Answer answer) {
        String key = answer.verdict() == Verdict.PASS ? "" : "answered";
        if (!key.isEmpty()) lead(key, department(answer), verdict(answer), says(answer));
        if (answer.asHead() || after.state() != State.REVIEWING) return;
        Instant until = new GateClocks(policy, occasion.calendar()).overruledUntil(answer);
        if (!occasion.now().isBefore(until)) return;
        Message headline = message("head", news.actor(), verdict(answer), says(answer), until);
        news.head(answer.department(), headline);
    }

    private void overruled(GateFact.Overruled overruled) {
        Answer answer = overruled.answer();
        Message headline = message("overruled", news.actor(), department(answer), verdict(answer), says(answer));
        overruled.before().by().person().ifPresent(person -> news.person(person, headline, Urgency.NORMAL));
        news.person(after.at().lead(), headline, Urgency.NORMAL);
    }

    /** The lead hears it of the project, which goes on with this. */
    private void passed() {
        Message headline = message("passed", after.at().stage());
        Set<String> others = new LinkedHashSet<>(after.parties());
        others.remove(after.at().lead());
        news.people(others, headline, Urgency.NORMAL);
        for (String department : after.at().departments()) news.head(department, headline);
        news.watchers(headline);
    }

    private void failed(GateFact.ReviewFailed failed) {
        List<Object> names = failed.against().stream()
                .<Object>map(organisation::departmentName)
                .toList();
        lead("failed-lead", names);
        everybody("failed", names);
    }

    /** Public: everybody of the gate, the committee and the secretariat. */
    private void released(Release release) {
        Message headline = message("released", news.actor(), after.at().stage(), release.reason());
        everybody(headline);
        Committee committee = organisation.committee();
        Set<String> office = new LinkedHashSet<>(committee.members());
        office.add(committee.chair());
        office.addAll(organisation.secretaries());
        news.people(office, headline, Urgency.NORMAL);
    }

    private void lead(String key, Object... args) {
        news.person(after.at().lead(), message(key, args), Urgency.NORMAL);
    }

    private void everybody(String key, Object... args) {
        everybody(message(key, args));
    }

    private void commented(Message headline) {
        news.people(after.parties(), headline, Urgency.NORMAL);
        news.watchers(headline);
    }

    /** The lead, who called it, who answered or has to, and who follows it. */
    private void involved(Message headline) {
        news.people(after.parties(), headline, Urgency.NORMAL);
        for (String department : after.missing())
            reviewer(department).ifPresent(person -> news.person(person, headline, Urgency.NORMAL));
        news.watchers(headline);
    }

    /** The same and the heads. */
    private void everybody(Message headline) {
        involved(headline);
        for (String department : after.at().departments()) news.head(department, headline);
    }

    /** First the one who answers, then also the deputy, when time is up the head; the lead hears who is missing. */
    private void rung(SharedFact.RungReached rung) {
        List<String> percents = policy.rungs().stream().map(String::valueOf).toList();
        boolean late = !percents.contains(rung.rung());
        for (String department : after.missing()) {
            String name = organisation.departmentName(department);
            Message headline = message(late ? "overdue" : "waiting", name, rung.due());
            reviewer(department).ifPresent(person -> news.remind(person, headline, rung.purpose()));
            if (late) news.remindHead(department, headline, rung.purpose(), Urgency.OVERDUE);
            else if (percents.indexOf(rung.rung()) > 0) deputy(department, headline, rung.purpose());
        }
        List<Object> silent = after.missing().stream()
                .<Object>map(organisation::departmentName)
                .toList();
        if (late && !silent.isEmpty())
            news.remind(after.at().lead(), message("missing", silent, rung.due()), rung.purpose());
    }

    private void deputy(String department, Message headline, Purpose purpose) {
        occasion.routing()
                .actingDeputy(department, Set.of())
                .ifPresent(deputy -> news.remindReader(deputy, headline, purpose, Urgency.NORMAL));
    }

    private Object due() {
        return after.running(Purpose.JOINT_REVIEW)
                .flatMap(clock -> clock.dueAt())
                .<Object>map(at -> at)
                .orElse("");
    }

    private String department(Answer answer) {
        return organisation.departmentName(answer.department());
    }

    static Message verdict(Answer answer) {
        return Message.of("gate.verdict." + answer.verdict().name());
    }

    /** The reason or the conditions, with the colon before it; nothing for a plain pass. */
    static Object says(Answer answer) {
        return answer.reason().isBlank() ? "" : Message.of("gate.says", answer.reason());
    }

    static List<Object> locks(List<Lock> locks) {
        return locks.stream()
                .<Object>map(lock -> Message.of("gate.lock", lock.item(), lock.what()))
                .toList();
    }

    private static Message message(String key, Object... args) {
        return Message.of("gate.news." + key, args);
    }
}
