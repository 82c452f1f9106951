package io.xietong.core.gate;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Terms;
import io.xietong.core.feature.Feature;
import io.xietong.core.feature.SharedWords;
import io.xietong.core.feature.View;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Department;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Routing;
import io.xietong.core.text.Message;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The joint gate as the desk sees it. */
public final class GateFeature implements Feature<Gate, GateCommand.About> {

    private final GatePolicy policy;
    private final GateRules rules;

    public GateFeature(GatePolicy policy) {
        this.policy = policy;
        this.rules = new GateRules(policy);
    }

    /** For calling one, and for what becomes of its conditions. */
    public GateRules rules() {
        return rules;
    }

    @Override
    public ItemKind kind() {
        return ItemKind.GATE;
    }

    @Override
    public Class<GateCommand.About> commands() {
        return GateCommand.About.class;
    }

    @Override
    public Class<? extends Fact> facts() {
        return GateFact.class;
    }

    @Override
    public String words() {
        return "gate";
    }

    /** Where it was called, everybody was there. */
    @Override
    public boolean mayShowIn(Gate gate, Chat chat) {
        return gate.chat().isSame(chat);
    }

    @Override
    public boolean maySee(Gate gate, String person, Organisation organisation, Routing routing) {
        return new Standing(gate, organisation, routing).maySee(person);
    }

    /** The leading department is at odds with the one that is against it, or else asks for something; every other one with the lead. */
    @Override
    public Optional<Opponent> opponent(Gate gate, String person, Organisation organisation) {
        String own = organisation.departmentOf(person).map(Department::id).orElse("");
        boolean leads =
                own.equals(gate.at().leading()) || person.equals(gate.at().lead());
        if (!leads && gate.at().departments().contains(own))
            return Optional.of(
                    new Opponent(gate.at().leading(), Optional.of(gate.at().lead())));
        if (!leads) return Optional.empty();
        return gate.answers().stream()
                .filter(answer -> answer.verdict() == Verdict.FAIL || answer.verdict() == Verdict.CONDITIONAL)
                .filter(answer -> !answer.department().equals(own))
                .max(Comparator.comparing(Answer::verdict))
                .map(answer ->
                        new Opponent(answer.department(), answer.by().inNameOf().or(answer.by()::person)));
    }

    @Override
    public Optional<String> inNameOf(Gate gate, GateCommand.About command, Occasion occasion) {
        return rules.inNameOf(gate, command, occasion);
    }

    @Override
    public Decision<Gate> decide(Gate gate, GateCommand.About command, Occasion occasion) {
        return rules.decide(gate, command, occasion);
    }

    @Override
    public Gate watchedBy(Gate gate, Set<String> watchers) {
        GateDraft draft = new GateDraft(gate);
        draft.watchers = watchers;
        return draft.done();
    }

    @Override
    public Decision<Gate> ring(Gate gate, Occasion occasion) {
        return rules.ring(gate, occasion);
    }

    @Override
    public Decision<Gate> recompute(Gate gate, Occasion occasion) {
        return rules.recompute(gate, occasion);
    }

    @Override
    public List<Outgoing> news(Gate after, List<Fact> facts, Occasion occasion) {
        return GateNews.of(after, facts, occasion, policy);
    }

    @Override
    public Card card(Gate gate, Optional<Message> headline, View view) {
        return GateCards.card(gate, headline, view, policy);
    }

    @Override
    public Message told(Fact fact, Organisation organisation) {
        if (fact instanceof GateFact.GateCalled f)
            return say(
                    f, f.at().project(), f.at().ordinal(), f.at().stage(), names(f.at().departments(), organisation));
        if (fact instanceof GateFact.Judged f)
            return say(
                    f,
                    organisation.departmentName(f.answer().department()),
                    GateNews.verdict(f.answer()),
                    GateNews.says(f.answer()));
        if (fact instanceof GateFact.Overruled f)
            return say(
                    f,
                    organisation.departmentName(f.answer().department()),
                    GateNews.verdict(f.before()),
                    GateNews.verdict(f.answer()),
                    GateNews.says(f.answer()));
        if (fact instanceof GateFact.HeldBack f) return say(f, GateNews.locks(f.locks()));
        if (fact instanceof GateFact.LockLifted f) return say(f, f.item());
        if (fact instanceof GateFact.ReviewFailed f) return say(f, names(f.against(), organisation));
        if (fact instanceof GateFact.CalledAgain f) return say(f, f.round(), f.changed());
        if (fact instanceof GateFact.GateReleased f) return say(f, f.release().reason());
        if (fact instanceof GateFact.LeadHandedOn f)
            return say(f, organisation.nameOf(f.from()), organisation.nameOf(f.to()));
        if (fact instanceof GateFact.DepartmentGone f) return say(f, organisation.departmentName(f.department()));
        return fact instanceof GateFact f ? say(f) : SharedWords.told(fact);
    }

    private static List<Object> names(List<String> departments, Organisation organisation) {
        return departments.stream().<Object>map(organisation::departmentName).toList();
    }

    private static Message say(GateFact fact, Object... args) {
        return Message.of("gate.fact." + fact.getClass().getSimpleName(), args);
    }

    @Override
    public Optional<Message> nextRing(Gate gate, Deadline clock, WorkCalendar calendar) {
        return SharedWords.nextRing(clock, terms(clock, calendar));
    }

    @Override
    public List<Message> explain(Gate gate, Deadline clock, WorkCalendar calendar, Organisation organisation) {
        Terms terms = terms(clock, calendar);
        return terms.allowance().explain(terms.calendar(), clock.armedAt(), clock.pauses());
    }

    private Terms terms(Deadline clock, WorkCalendar calendar) {
        return new GateClocks(policy, calendar).terms(clock.purpose());
    }
}
