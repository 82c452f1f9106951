package io.xietong.core.gate;

import io.xietong.core.chat.Chat;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.Clocks;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Assignment;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Routing;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides every command about gates: pure functions of state, command, occasion and policy. */
public final class GateRules {

    private final GatePolicy policy;

    public GateRules(GatePolicy policy) {
        this.policy = policy;
    }

    /**
     * A new gate.
     *
     * @param number the next free one
     * @param at     the milestone's own data; departments that are no longer there are left out
     * @param locks  open conditions of earlier gates of the project
     */
    public Decision<Gate> call(ItemNumber number, Checkpoint at, List<Lock> locks, Chat chat, Occasion occasion) {
        Organisation organisation = occasion.organisation();
        if (Standing.directs(at, occasion.person(), organisation, occasion.routing())
                .isEmpty()) return onlyLead(at, occasion);
        List<String> there = at.departments().stream()
                .filter(department -> organisation.department(department).isPresent())
                .toList();
        if (there.isEmpty()) return Decision.refused("gate.refused.nobody-to-answer", at.stage());
        Checkpoint now = new Checkpoint(at.project(), at.ordinal(), at.stage(), at.lead(), at.leading(), there);
        Gate called = new Gate(
                number,
                0,
                State.REVIEWING,
                now,
                chat,
                occasion.person(),
                occasion.now(),
                1,
                "",
                List.of(),
                locks,
                Optional.empty(),
                Set.of(),
                List.of());
        GateDraft draft = new GateDraft(called);
        draft.arm(Purpose.JOINT_REVIEW, "", occasion.now(), clocks(occasion));
        return Decision.done(draft.done(), new GateFact.GateCalled(now, locks));
    }

    /** In whose name somebody would call a gate there. */
    public static Optional<String> callsInNameOf(Checkpoint at, Occasion occasion) {
        return Standing.directs(at, occasion.person(), occasion.organisation(), occasion.routing())
                .flatMap(Routing.Standing::inNameOf);
    }

    private GateClocks clocks(Occasion occasion) {
        return new GateClocks(policy, occasion.calendar());
    }

    /** A verb about a gate that exists. */
    public Decision<Gate> decide(Gate gate, GateCommand.About command, Occasion occasion) {
        Standing standing = Standing.of(gate, occasion);
        if (command instanceof GateCommand.Judge judge)
            return new Judging(gate, occasion, clocks(occasion)).judge(judge, standing);
        if (command instanceof GateCommand.Release release) return release(gate, release, standing, occasion);
        if (standing.directs(occasion.person()).isEmpty()) return onlyLead(gate.at(), occasion);
        if (command instanceof GateCommand.CallAgain again) return callAgain(gate, again, occasion);
        return withdraw(gate, ((GateCommand.Withdraw) command).confirmed(), occasion);
    }

    private Decision<Gate> callAgain(Gate gate, GateCommand.CallAgain command, Occasion occasion) {
        if (gate.state() != State.FAILED) return notNow(gate);
        if (command.changed().isBlank()) return Decision.refused("gate.refused.nothing-changed", gate.number());
        GateDraft draft = new GateDraft(gate);
        draft.state = State.REVIEWING;
        draft.round = gate.round() + 1;
        draft.changed = command.changed();
        draft.answers = List.of();
        draft.arm(Purpose.JOINT_REVIEW, "", occasion.now(), clocks(occasion));
        return Decision.done(draft.done(), new GateFact.CalledAgain(draft.round, command.changed()));
    }

    private static Decision<Gate> release(
            Gate gate, GateCommand.Release command, Standing standing, Occasion occasion) {
        if (standing.presides(occasion.person()).isEmpty())
            return Decision.refused(
                    "gate.refused.only-chair",
                    gate.number(),
                    occasion.organisation().nameOf(standing.presiding()));
        if (!gate.isOpen()) return notNow(gate);
        if (command.reason().isBlank()) return Decision.refused("gate.refused.no-public-reason", gate.number());
        if (!command.confirmed())
            return unconfirmed(gate, "release", gate.at().stage(), "放行 " + gate.number() + " 确认 " + command.reason());
        GateDraft draft = new GateDraft(gate);
        draft.end(State.OVERRIDDEN, occasion.now());
        Release release = new Release(command.reason(), occasion.actor(), occasion.now());
        draft.release = Optional.of(release);
        return Decision.done(draft.done(), new GateFact.GateReleased(release));
    }

    private static Decision<Gate> withdraw(Gate gate, boolean confirmed, Occasion occasion) {
        if (!gate.isOpen()) return notNow(gate);
        return confirmed
                ? revoke(gate, occasion)
                : unconfirmed(gate, "withdraw", gate.at().stage(), "撤回 " + gate.number() + " 确认");
    }

    private static Decision<Gate> unconfirmed(Gate gate, String what, String stage, String phrase) {
        return new Decision.Refused<>(
                Message.of("gate.refused.confirm-" + what, gate.number()),
                Optional.of(new Decision.Confirmation(
                        Message.of("gate.confirm." + what, stage), Message.of("gate.button." + what), phrase)));
    }

    /** Its project has ended, or it was called by mistake. Refused when it is not open. */
    public static Decision<Gate> revoke(Gate gate, Occasion occasion) {
        if (!gate.isOpen()) return notNow(gate);
        GateDraft draft = new GateDraft(gate);
        draft.end(State.WITHDRAWN, occasion.now());
        return Decision.done(draft.done(), new GateFact.GateWithdrawn());
    }

    /** The project has another lead, who may do now what the one before could. Refused when nothing changes by it. */
    public static Decision<Gate> handOn(Gate gate, String lead) {
        if (!gate.isOpen() || gate.at().lead().equals(lead)) return notNow(gate);
        GateDraft draft = new GateDraft(gate);
        draft.at = gate.at().ledBy(lead);
        return Decision.done(draft.done(), new GateFact.LeadHandedOn(gate.at().lead(), lead));
    }

    /** A condition of an earlier gate was met or waived; the last one lets a gate pass that waits for nothing else. */
    public static Decision<Gate> lift(Gate gate, ItemNumber item, Occasion occasion) {
        boolean locked = gate.locks().stream().anyMatch(lock -> lock.item().equals(item));
        if (!locked || !gate.isOpen()) return notNow(gate);
        GateDraft draft = new GateDraft(gate);
        draft.locks =
                gate.locks().stream().filter(lock -> !lock.item().equals(item)).toList();
        List<Fact> facts = new ArrayList<>(List.of(new GateFact.LockLifted(item)));
        if (gate.state() == State.HELD && draft.locks.isEmpty()) {
            draft.end(State.PASSED, occasion.now());
            facts.add(new GateFact.ReviewPassed());
        }
        return new Decision.Done<>(draft.done(), facts);
    }

    /** In whose name somebody acts with a verb. */
    public Optional<String> inNameOf(Gate gate, GateCommand.About command, Occasion occasion) {
        Standing standing = Standing.of(gate, occasion);
        String person = occasion.person();
        if (command instanceof GateCommand.Judge)
            return standing.answering(person).flatMap(Standing.Capacity::inNameOf);
        return (command instanceof GateCommand.Release ? standing.presides(person) : standing.directs(person))
                .flatMap(Routing.Standing::inNameOf);
    }

    /** A clock has reached its next rung; what a head did not overrule in time stands. */
    public Decision<Gate> ring(Gate gate, Occasion occasion) {
        GateClocks clocks = clocks(occasion);
        Clocks rang = Clocks.ring(gate.deadlines(), occasion.now(), clock -> clocks.terms(clock.purpose()));
        if (rang.facts().isEmpty()) return notNow(gate);
        GateDraft draft = new GateDraft(gate);
        draft.deadlines = rang.deadlines();
        List<Fact> facts = new ArrayList<>(rang.facts());
        if (gate.state() == State.REVIEWING) new Judging(gate, occasion, clocks).settle(draft, facts);
        return new Decision.Done<>(draft.done(), facts);
    }

    public Decision<Gate> recompute(Gate gate, Occasion occasion) {
        GateClocks clocks = clocks(occasion);
        Clocks moved = Clocks.recompute(gate.deadlines(), clock -> clocks.terms(clock.purpose()));
        if (moved.facts().isEmpty()) return notNow(gate);
        GateDraft draft = new GateDraft(gate);
        draft.deadlines = moved.deadlines();
        return new Decision.Done<>(draft.done(), moved.facts());
    }

    /** A condition as somebody's task. @param askedBy who answered for the department that asks for it */
    public record Order(String owner, String what, LocalDate due, Actor askedBy) {}

    /**
     * What the conditions of a gate that has opened come to. Whoever has left or was not named is replaced by who answers for the
     * department, else by the lead; a day that is over by the one that policy gives.
     */
    public List<Order> orders(Gate gate, Occasion occasion) {
        List<Order> orders = new ArrayList<>();
        for (Answer answer : gate.answers())
            for (Condition condition : answer.conditions())
                orders.add(new Order(
                        owner(gate, condition, occasion),
                        condition.what(),
                        condition
                                .due()
                                .filter(day -> !isOver(day, occasion))
                                .orElseGet(
                                        () -> occasion.calendar().workingDay(occasion.today(), policy.conditionDays())),
                        answer.by()));
        return orders;
    }

    private static String owner(Gate gate, Condition condition, Occasion occasion) {
        Organisation organisation = occasion.organisation();
        Routing routing = occasion.routing();
        return condition
                .owner()
                .filter(person -> organisation.person(person).isPresent())
                .or(() -> condition
                        .department()
                        .flatMap(department -> routing.assign(department, Set.of()))
                        .map(Assignment::person))
                .or(() -> Optional.of(gate.at().lead())
                        .filter(person -> organisation.person(person).isPresent()))
                .or(() -> routing.assign(gate.at().leading(), Set.of()).map(Assignment::person))
                .orElse(organisation.secretaries().get(0));
    }

    static boolean isOver(LocalDate day, Occasion occasion) {
        LocalDate due = occasion.calendar().nextWorkingDay(day);
        return !occasion.calendar().closing(due).isAfter(occasion.now());
    }

    private static Decision<Gate> onlyLead(Checkpoint at, Occasion occasion) {
        Organisation organisation = occasion.organisation();
        return Decision.refused(
                "gate.refused.only-lead", organisation.nameOf(at.lead()), organisation.departmentName(at.leading()));
    }

    static Decision<Gate> notNow(Gate gate) {
        return Decision.refused(
                "gate.refused.not-now",
                gate.number(),
                Message.of("gate.state." + gate.state().name()));
    }
}
