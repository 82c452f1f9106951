package io.xietong.core.project;

import io.xietong.core.chat.Chat;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Waiting;
import io.xietong.core.vote.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 协同项目: work that several departments do together by a charter (plan duties 8, 12, 13, 26-28; spec.md 4.3).
 *
 * <p>Its life: proposed for the year's plan and accepted by the committee (年度计划), or drafted at once (立项), the charter goes round and every named department signs it (签署); one that does not sends it back
 * to whoever drafted it (不签), and a charter that was changed must be signed by all again. The lead accepts the duty (承担); kinds
 * that policy names are put to the committee (表决). Then it has started: the dates are frozen as its baseline. Milestones are
 * reached (达成) or put off with a reason and the department whose delay it is (延期), which leaves the baseline alone; new dates
 * become the baseline only by lead and committee (重定基线). It ends with a summary (结项) or is cancelled.
 *
 * <p>A milestone may be a 关键节点. What comes after it by ordinal is locked until its joint review has passed, and cannot be
 * reported reached; the milestone itself can. Reviews are items of their own: {@link ProjectRules#open} takes down that one has
 * passed, or was overridden. Immutable; every decision is a new value with the next version.
 *
 * @param chat       where it was drafted, later its own group
 * @param planYear   the year whose plan it is part of, when it is
 * @param department id of the department that leads it
 * @param milestones in the order of their ordinals
 * @param signatures of the charter as it is
 * @param approval   what the committee is asked or was asked last
 * @param members    person ids of the working group, the lead not among them
 * @param slips      in the order in which they were reported
 * @param rhythms    how often it meets of its own
 * @param standUp    the day that is or will be answered for; empty when there are no stand-ups
 * @param summary    what was said when it was closed or cancelled; empty before
 */
public record Project(
        ItemNumber number,
        long version,
        State state,
        Charter charter,
        Chat chat,
        String draftedBy,
        Instant draftedAt,
        Optional<Integer> planYear,
        String department,
        Lead lead,
        List<Milestone> milestones,
        List<Signature> signatures,
        Optional<Approval> approval,
        Set<String> members,
        List<Slip> slips,
        String summary,
        Optional<StandUp> standUp,
        List<Rhythm> rhythms,
        Set<String> watchers,
        List<Deadline> deadlines)
        implements Item {

    public Project {
        milestones = List.copyOf(milestones);
        signatures = List.copyOf(signatures);
        members = Set.copyOf(members);
        slips = List.copyOf(slips);
        rhythms = List.copyOf(rhythms);
        watchers = Set.copyOf(watchers);
        deadlines = List.copyOf(deadlines);
    }

    @Override
    public boolean isOpen() {
        return state.isOpen();
    }

    @Override
    public String title() {
        return charter.title();
    }

    /** The charter with its milestones and deliverables. */
    @Override
    public String text() {
        List<String> texts =
                new ArrayList<>(List.of(charter.title(), charter.goal(), charter.scope(), charter.strategy()));
        for (Milestone milestone : milestones) texts.addAll(List.of(milestone.name(), milestone.deliverable()));
        return String.join("\n", texts);
    }

    /** Every department the charter names, the leading one first. Ids. */
    public Set<String> departments() {
        Set<String> named = new LinkedHashSet<>(List.of(department));
        for (Milestone milestone : milestones) {
            named.add(milestone.department());
            named.addAll(milestone.supporting());
        }
        return named;
    }

    public Optional<Milestone> milestone(int ordinal) {
        return milestones.stream()
                .filter(milestone -> milestone.ordinal() == ordinal)
                .findFirst();
    }

    /** The 关键节点 that must pass before a milestone opens: the first one before it that has not. */
    public Optional<Milestone> lockOf(int ordinal) {
        return milestones.stream()
                .filter(milestone -> milestone.ordinal() < ordinal && milestone.locks())
                .findFirst();
    }

    /** The 关键节点 that is reached and waits for its joint review, if any. */
    public Optional<Milestone> toReview() {
        return milestones.stream().filter(Milestone::locks).findFirst().filter(Milestone::isReached);
    }

    /** The milestone that is to be reached next; empty when all are. */
    public Optional<Milestone> next() {
        return milestones.stream().filter(milestone -> !milestone.isReached()).findFirst();
    }

    /** Milestones that are not reached, or whose review has not passed. */
    public List<Milestone> unsettled() {
        return milestones.stream().filter(milestone -> !milestone.isSettled()).toList();
    }

    /** Departments that have not signed the charter yet. */
    public List<String> unsigned() {
        Set<String> left = departments();
        signatures.forEach(signature -> left.remove(signature.department()));
        return List.copyOf(left);
    }

    /** Whether the committee is voting. */
    public boolean isBeforeCommittee() {
        return approval.filter(asked -> state == State.APPROVING
                        || state == State.PROPOSED
                        || state == State.ACTIVE
                                && asked.question() == Approval.Question.BASELINE
                                && running(Purpose.APPROVAL).isPresent())
                .isPresent();
    }

    /** The clock that is due first; weekly reports and stand-ups are nobody's deadline. */
    @Override
    public Optional<Deadline> firstDue() {
        return deadlines.stream()
                .filter(clock -> clock.state() == Deadline.State.RUNNING
                        && clock.purpose() != Purpose.REPORT
                        && clock.purpose() != Purpose.STANDUP)
                .min(Deadline.BY_DUE);
    }

    /** Who drafted it, who leads it, and the working group. */
    @Override
    public Set<String> parties() {
        Set<String> parties = new LinkedHashSet<>(List.of(draftedBy, lead.person()));
        parties.addAll(members);
        return parties;
    }

    @Override
    public List<Waiting> waitingFor() {
        return switch (state) {
            case DRAFT ->
                List.of(milestones.isEmpty() ? new Waiting.OnHead(department) : new Waiting.OnPerson(draftedBy));
            case SIGNING ->
                unsigned().stream().<Waiting>map(Waiting.OnHead::new).toList();
            case ACCEPTING -> List.of(new Waiting.OnPerson(lead.person()));
            case PROPOSED, APPROVING -> votesOwed();
            case ACTIVE -> nextSteps();
            case CLOSED, CANCELLED -> List.of();
        };
    }

    private List<Waiting> votesOwed() {
        Approval asked = approval.orElseThrow();
        List<String> owing =
                asked.ballot().outcome() instanceof Outcome.Open voting ? voting.missing() : List.of(asked.presiding());
        return owing.stream().<Waiting>map(Waiting.OnPerson::new).toList();
    }

    private List<Waiting> nextSteps() {
        List<Waiting> steps = new ArrayList<>();
        if (isBeforeCommittee()) steps.addAll(votesOwed());
        Waiting lead = new Waiting.OnPerson(this.lead.person());
        if (!this.lead.hasAccepted()) steps.add(lead);
        steps.add(next().filter(milestone -> lockOf(milestone.ordinal()).isEmpty())
                .<Waiting>map(milestone -> new Waiting.OnDepartment(milestone.department()))
                .orElse(lead));
        return steps.stream().distinct().toList();
    }
}
