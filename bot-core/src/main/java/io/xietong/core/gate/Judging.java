package io.xietong.core.gate;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import io.xietong.core.vote.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What departments say, and what comes of it. An answer stands at once when the department's head gave it, else when the hours are
 * over in which the head may overrule it; the gate is decided as soon as answers that stand decide it.
 */
final class Judging {

    private final Gate gate;
    private final Occasion occasion;
    private final GateClocks clocks;

    Judging(Gate gate, Occasion occasion, GateClocks clocks) {
        this.gate = gate;
        this.occasion = occasion;
        this.clocks = clocks;
    }

    Decision<Gate> judge(GateCommand.Judge command, Standing standing) {
        Optional<Standing.Capacity> capacity = standing.answering(occasion.person());
        if (capacity.isEmpty()) return onlyDepartments();
        if (gate.state() != State.REVIEWING) return GateRules.notNow(gate);
        Optional<Message> fault = fault(command);
        if (fault.isPresent()) return new Decision.Refused<>(fault.get());
        String department = capacity.get().department();
        Answer answer = new Answer(
                department,
                command.verdict(),
                command.reason(),
                command.conditions(),
                occasion.actor(),
                occasion.now(),
                capacity.get().asHead());
        Optional<Answer> before = gate.answerOf(department);
        if (before.isPresent() && !mayReplace(before.get(), answer)) return answered(before.get());
        if (leavesNobodyForIt(answer)) return Decision.refused("gate.refused.all-abstain", gate.number());
        return judged(answer, before);
    }

    private Decision<Gate> judged(Answer answer, Optional<Answer> before) {
        GateDraft draft = new GateDraft(gate);
        draft.answer(answer);
        boolean overruled = before.filter(
                        given -> answer.asHead() && !given.asHead() && given.verdict() != answer.verdict())
                .isPresent();
        List<Fact> facts = new ArrayList<>();
        facts.add(overruled ? new GateFact.Overruled(answer, before.get()) : new GateFact.Judged(answer));
        settle(draft, facts);
        return new Decision.Done<>(draft.done(), facts);
    }

    private Optional<Message> fault(GateCommand.Judge command) {
        boolean needsReason = command.verdict() == Verdict.FAIL || command.verdict() == Verdict.ABSTAIN;
        if (needsReason && command.reason().isBlank())
            return Optional.of(
                    Message.of("gate.refused.no-reason-" + command.verdict().name(), gate.number()));
        if (command.verdict() == Verdict.CONDITIONAL && command.conditions().isEmpty())
            return Optional.of(Message.of("gate.refused.no-condition", gate.number()));
        return command.conditions().stream()
                .filter(condition -> condition
                        .due()
                        .filter(day -> GateRules.isOver(day, occasion))
                        .isPresent())
                .findFirst()
                .map(late -> Message.of(
                        "gate.refused.condition-in-the-past",
                        late.what(),
                        late.due().orElseThrow()));
    }

    /** The head may until it stands; who gave it may correct it until then. A head's own word may be changed by the head. */
    private boolean mayReplace(Answer given, Answer next) {
        boolean stands = stands(given) && !given.asHead();
        if (stands || next.asHead() == given.asHead() && next.saysTheSameAs(given)) return false;
        return next.asHead() || !given.asHead() && given.by().is(occasion.person());
    }

    /** Somebody has to be for it: a gate that all departments have nothing to say about was called in vain. */
    private boolean leavesNobodyForIt(Answer next) {
        List<Answer> others = gate.answers().stream()
                .filter(given -> !given.department().equals(next.department()))
                .toList();
        return next.verdict() == Verdict.ABSTAIN
                && others.size() + 1 == gate.at().departments().size()
                && others.stream().allMatch(given -> given.verdict() == Verdict.ABSTAIN);
    }

    private boolean stands(Answer answer) {
        return answer.asHead() || !occasion.now().isBefore(clocks.overruledUntil(answer));
    }

    /** What the answers come to by now: passed, held back, failed, or open with or without a head's word. */
    void settle(GateDraft draft, List<Fact> facts) {
        leaveOutWhoIsGone(draft, facts);
        Outcome outcome = draft.now().ballot().outcome();
        if (!(outcome instanceof Outcome.Decided decided)) {
            draft.cancel(Purpose.OVERRULING, occasion.now());
            return;
        }
        boolean failed = decided.choice().equals(Verdict.FAIL.name());
        List<Answer> count = draft.answers.stream()
                .filter(answer -> !failed || answer.verdict() == Verdict.FAIL)
                .toList();
        List<Answer> soft = count.stream().filter(answer -> !stands(answer)).toList();
        if (failed ? soft.size() == count.size() : !soft.isEmpty()) awaitHead(draft, soft, failed);
        else decide(draft, facts, failed);
    }

    private void leaveOutWhoIsGone(GateDraft draft, List<Fact> facts) {
        for (String department : draft.now().missing()) {
            if (occasion.organisation().department(department).isPresent()) continue;
            draft.at = draft.at.without(department);
            facts.add(new GateFact.DepartmentGone(department));
        }
    }

    /** It is decided when the first answer against it stands, or when the last one for it does. */
    private void awaitHead(GateDraft draft, List<Answer> soft, boolean failed) {
        Comparator<Answer> byTime = Comparator.comparing(Answer::at);
        Answer awaited = soft.stream().min(failed ? byTime : byTime.reversed()).orElseThrow();
        Optional<Deadline> running = draft.now().running(Purpose.OVERRULING);
        if (running.filter(clock -> isFor(clock, awaited)).isPresent()) return;
        draft.cancel(Purpose.OVERRULING, occasion.now());
        draft.arm(Purpose.OVERRULING, awaited.department(), awaited.at(), clocks);
    }

    private static boolean isFor(Deadline clock, Answer answer) {
        return clock.owner().equals(answer.department()) && clock.armedAt().equals(answer.at());
    }

    private void decide(GateDraft draft, List<Fact> facts, boolean failed) {
        Instant now = occasion.now();
        draft.meet(Purpose.JOINT_REVIEW, now);
        draft.meet(Purpose.OVERRULING, now);
        if (failed) {
            draft.end(State.FAILED, now);
            facts.add(new GateFact.ReviewFailed(draft.now().against()));
        } else if (draft.locks.isEmpty()) {
            draft.end(State.PASSED, now);
            facts.add(new GateFact.ReviewPassed());
        } else {
            draft.end(State.HELD, now);
            facts.add(new GateFact.HeldBack(draft.locks));
        }
    }

    private Decision<Gate> onlyDepartments() {
        Organisation organisation = occasion.organisation();
        List<Object> names = gate.at().departments().stream()
                .<Object>map(organisation::departmentName)
                .toList();
        return Decision.refused("gate.refused.only-departments", gate.number(), names);
    }

    private Decision<Gate> answered(Answer given) {
        Organisation organisation = occasion.organisation();
        Object name = given.by().person().map(organisation::nameOf).orElse("");
        String key = "gate.refused.answered" + (stands(given) ? "-for-good" : "");
        return Decision.refused(
                key,
                organisation.departmentName(given.department()),
                name,
                Message.of("gate.verdict." + given.verdict().name()),
                clocks.overruledUntil(given));
    }
}
