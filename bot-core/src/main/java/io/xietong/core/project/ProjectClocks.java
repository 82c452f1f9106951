package io.xietong.core.project;

import io.xietong.core.calendar.UntilDay;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.calendar.WorkingDays;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.deadline.Rung;
import io.xietong.core.deadline.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** By what terms each clock of a project runs. */
record ProjectClocks(ProjectPolicy policy, WorkCalendar calendar) {

    /** Terms of every clock but a milestone's, which has a day of its own. */
    Terms terms(Purpose purpose) {
        return switch (purpose) {
            case SIGNATURES -> counted(policy.signDays());
            case DUTY -> counted(policy.dutyDays());
            case APPROVAL -> counted(policy.approvalDays());
            default -> throw new IllegalArgumentException("a project has no such clock: " + purpose);
        };
    }

    /** Terms of a clock that runs. */
    Terms terms(Project project, Deadline clock) {
        return switch (clock.purpose()) {
            case MILESTONE -> until(dayOf(project, clock));
            case REPORT, STANDUP -> report(calendar.dateOf(clock.dueAt().orElseThrow()));
            default -> terms(clock.purpose());
        };
    }

    /** The milestone's day; of a milestone that has another clock by now, the day this one was wound for. */
    private LocalDate dayOf(Project project, Deadline clock) {
        return project.milestones().stream()
                .filter(milestone -> milestone.clock() == clock.round())
                .map(Milestone::date)
                .findFirst()
                .orElseGet(() -> calendar.dateOf(clock.dueAt().orElseThrow()));
    }

    Terms until(LocalDate day) {
        List<Rung> ladder = new ArrayList<>();
        policy.remindDays().forEach(days -> ladder.add(Rung.daysBefore(days)));
        return new Terms(new UntilDay(day), overdue(ladder), calendar);
    }

    /** Reports and stand-ups: when their day begins those who owe them are reminded, and once more when it is over. */
    Terms report(LocalDate day) {
        return new Terms(new UntilDay(day), List.of(Rung.daysBefore(0), Rung.due()), calendar);
    }

    private Terms counted(int days) {
        return new Terms(new WorkingDays(days), overdue(List.of(Rung.percent(50))), calendar);
    }

    private List<Rung> overdue(List<Rung> before) {
        List<Rung> ladder = new ArrayList<>(before);
        ladder.add(Rung.due());
        for (int day = 1; day <= policy.overdueRounds(); day++) ladder.add(Rung.daysAfter(day));
        return ladder;
    }
}
