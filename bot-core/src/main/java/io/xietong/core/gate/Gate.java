package io.xietong.core.gate;

import io.xietong.core.chat.Chat;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Waiting;
import io.xietong.core.vote.Ballot;
import io.xietong.core.vote.Rule;
import io.xietong.core.vote.Vote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 联合评审: at a key node of a project every named department says whether the next stage may begin (plan duties 32-33; spec.md
 * 4.4).
 *
 * <p>Its life: called by the project's lead, each department answers within the review time; the head may overrule what was
 * answered for the department for some hours. When all have passed it, it is passed and the next stage opens; conditions become
 * action items that hold the next gate (待条件完成) as long as one is open. One department against it and it has failed: the lead
 * may call another round, the answers of the round before stay in the trail. Until then the next stage is locked; only the
 * committee's chair may open it (放行), for a public reason.
 *
 * <p>Immutable; every decision is a new value with the next version.
 *
 * @param calledBy person id
 * @param round    from 1
 * @param changed  what the lead said is different since the round before; empty in the first
 * @param answers  of this round, in the order in which they were given
 * @param locks    open conditions of earlier gates
 */
public record Gate(
        ItemNumber number,
        long version,
        State state,
        Checkpoint at,
        Chat chat,
        String calledBy,
        Instant calledAt,
        int round,
        String changed,
        List<Answer> answers,
        List<Lock> locks,
        Optional<Release> release,
        Set<String> watchers,
        List<Deadline> deadlines)
        implements Item {

    public Gate {
        answers = List.copyOf(answers);
        locks = List.copyOf(locks);
        watchers = Set.copyOf(watchers);
        deadlines = List.copyOf(deadlines);
    }

    /** The answers as a vote of departments: unanimous, a pass with conditions is a pass. */
    public Ballot ballot() {
        Ballot ballot = Ballot.open(
                Rule.UNANIMOUS,
                List.of(Verdict.PASS.name(), Verdict.FAIL.name()),
                at.departments(),
                Set.of(),
                at.leading(),
                0);
        for (Answer answer : answers)
            ballot = ballot.with(
                    new Vote(answer.department(), choice(answer.verdict()), answer.by(), answer.reason(), answer.at()));
        return ballot;
    }

    private static String choice(Verdict verdict) {
        return switch (verdict) {
            case PASS, CONDITIONAL -> Verdict.PASS.name();
            case FAIL -> Verdict.FAIL.name();
            case ABSTAIN -> Ballot.ABSTAIN;
        };
    }

    public Optional<Answer> answerOf(String department) {
        return answers.stream()
                .filter(answer -> answer.department().equals(department))
                .findFirst();
    }

    /** The departments that have not answered in this round, in their order. */
    public List<String> missing() {
        return at.departments().stream()
                .filter(department -> answerOf(department).isEmpty())
                .toList();
    }

    /** The departments that are against it. */
    public List<String> against() {
        return answers.stream()
                .filter(answer -> answer.verdict() == Verdict.FAIL)
                .map(Answer::department)
                .toList();
    }

    @Override
    public boolean isOpen() {
        return state.isOpen();
    }

    @Override
    public String title() {
        return Item.shortened(at.stage());
    }

    /** The stage, what was changed for this round, what the departments said, and why it was opened all the same. */
    @Override
    public String text() {
        List<String> texts = new ArrayList<>(List.of(at.stage(), changed));
        for (Answer answer : answers) {
            texts.add(answer.reason());
            answer.conditions().forEach(condition -> texts.add(condition.what()));
        }
        release.ifPresent(opened -> texts.add(opened.reason()));
        return String.join("\n", texts);
    }

    @Override
    public Set<String> parties() {
        Set<String> parties = new LinkedHashSet<>(List.of(at.lead(), calledBy));
        answers.forEach(answer -> answer.by().person().ifPresent(parties::add));
        return parties;
    }

    @Override
    public List<Waiting> waitingFor() {
        return switch (state) {
            case REVIEWING -> answersOwed();
            case HELD, FAILED -> List.of(new Waiting.OnPerson(at.lead()));
            case PASSED, OVERRIDDEN, WITHDRAWN -> List.of();
        };
    }

    /** Departments that are silent; when the answers decide it but for a head's word, also that head. */
    private List<Waiting> answersOwed() {
        List<Waiting> owed = new ArrayList<>();
        missing().forEach(department -> owed.add(new Waiting.OnDepartment(department)));
        running(Purpose.OVERRULING).ifPresent(clock -> owed.add(new Waiting.OnHead(clock.owner())));
        return owed;
    }
}
