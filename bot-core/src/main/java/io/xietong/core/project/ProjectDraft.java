package io.xietong.core.project;

import io.xietong.core.chat.Chat;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.deadline.Terms;
import io.xietong.core.feature.Clocks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A project while a decision changes it. Lives within one decision; not thread-safe. */
final class ProjectDraft {

    private final Project before;
    State state;
    Charter charter;
    Chat chat;
    String draftedBy;
    String department;
    Lead lead;
    List<Milestone> milestones;
    List<Signature> signatures;
    Optional<Approval> approval;
    Set<String> members;
    List<Slip> slips;
    String summary;
    Optional<StandUp> standUp;
    List<Rhythm> rhythms;
    Set<String> watchers;
    List<Deadline> deadlines;

    ProjectDraft(Project before) {
        this.before = before;
        this.state = before.state();
        this.charter = before.charter();
        this.chat = before.chat();
        this.draftedBy = before.draftedBy();
        this.department = before.department();
        this.lead = before.lead();
        this.milestones = before.milestones();
        this.signatures = before.signatures();
        this.approval = before.approval();
        this.members = before.members();
        this.slips = before.slips();
        this.summary = before.summary();
        this.standUp = before.standUp();
        this.rhythms = before.rhythms();
        this.watchers = before.watchers();
        this.deadlines = before.deadlines();
    }

    void milestone(int ordinal, UnaryOperator<Milestone> change) {
        milestones = milestones.stream()
                .map(milestone -> milestone.ordinal() == ordinal ? change.apply(milestone) : milestone)
                .toList();
    }

    void stopClocks(Instant at) {
        deadlines = Clocks.cancelled(deadlines, at);
    }

    /** What a clock waited for has happened. */
    void meet(Purpose purpose, Instant at) {
        deadlines = deadlines.stream()
                .map(d -> d.purpose() == purpose && d.isOpen() ? d.met(at) : d)
                .toList();
    }

    void stop(Purpose purpose, Instant at) {
        deadlines = deadlines.stream()
                .map(d -> d.purpose() == purpose && d.isOpen() ? d.cancelled(at) : d)
                .toList();
    }

    void arm(Purpose purpose, String owner, Instant at, ProjectClocks clocks) {
        arm(purpose, owner, at, clocks.terms(purpose));
    }

    void arm(Purpose purpose, String owner, Instant at, Terms terms) {
        List<Deadline> more = new ArrayList<>(deadlines);
        more.add(Deadline.arm(purpose, Clocks.nextRound(deadlines, purpose), owner, at, terms));
        deadlines = more;
    }

    /** The report after the one that was due by a day, or after today; none when policy wants none. */
    void nextReport(LocalDate after, Instant at, ProjectClocks clocks) {
        stop(Purpose.REPORT, at);
        clocks.policy().reportDay().ifPresent(weekday -> {
            List<Deadline> more = new ArrayList<>(deadlines);
            LocalDate day = after.with(TemporalAdjusters.next(weekday));
            int round = Clocks.nextRound(deadlines, Purpose.REPORT);
            more.add(Deadline.arm(Purpose.REPORT, round, lead.person(), at, clocks.report(day)));
            deadlines = more;
        });
    }

    /** A milestone is reached: its clock has got what it waited for. */
    void reach(int ordinal, Instant at, String note) {
        int round = before.milestone(ordinal).orElseThrow().clock();
        deadlines = deadlines.stream()
                .map(d -> isOf(d, round) && d.isOpen() ? d.met(at) : d)
                .toList();
        milestone(ordinal, milestone -> milestone.reached(at, note));
    }

    /** A milestone is due on a day from now on; the clock that ran for it is replaced. */
    void schedule(int ordinal, LocalDate day, Instant at, ProjectClocks clocks) {
        Milestone known = milestones.stream()
                .filter(milestone -> milestone.ordinal() == ordinal)
                .findFirst()
                .orElseThrow();
        List<Deadline> more = new ArrayList<>(deadlines.stream()
                .map(d -> isOf(d, known.clock()) && d.isOpen() ? d.cancelled(at) : d)
                .toList());
        int round = Clocks.nextRound(deadlines, Purpose.MILESTONE);
        more.add(Deadline.arm(Purpose.MILESTONE, round, known.department(), at, clocks.until(day)));
        deadlines = more;
        milestone(ordinal, milestone -> milestone.by(day, round));
    }

    private static boolean isOf(Deadline deadline, int round) {
        return deadline.purpose() == Purpose.MILESTONE && deadline.round() == round;
    }

    /** The project with its next version. */
    Project done() {
        return new Project(
                before.number(),
                before.version() + 1,
                state,
                charter,
                chat,
                draftedBy,
                before.draftedAt(),
                before.planYear(),
                department,
                lead,
                milestones,
                signatures,
                approval,
                members,
                slips,
                summary,
                standUp,
                rhythms,
                watchers,
                deadlines);
    }
}
