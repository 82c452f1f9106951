package io.xietong.core.gate;

import io.xietong.core.calendar.ResponseTime;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.calendar.WorkingDays;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.deadline.Rung;
import io.xietong.core.deadline.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** By what terms each clock of a gate runs. */
record GateClocks(GatePolicy policy, WorkCalendar calendar) {

    Terms terms(Purpose purpose) {
        return switch (purpose) {
            case JOINT_REVIEW -> new Terms(new WorkingDays(policy.reviewDays()), review(), calendar);
            case OVERRULING -> new Terms(overruling(), List.of(Rung.due()), calendar);
            default -> throw new IllegalArgumentException("a gate has no clock for " + purpose);
        };
    }

    private List<Rung> review() {
        List<Rung> ladder = new ArrayList<>();
        policy.rungs().forEach(percent -> ladder.add(Rung.percent(percent)));
        ladder.add(Rung.due());
        for (int day = 1; day <= policy.overdueRounds(); day++) ladder.add(Rung.daysAfter(day));
        return ladder;
    }

    private ResponseTime overruling() {
        return new ResponseTime(ResponseTime.Mode.WORKING_HOURS, policy.overrule(), Duration.ZERO);
    }

    /** Until when the head may overrule what was answered for the department. */
    Instant overruledUntil(Answer answer) {
        return policy.overrule().isZero() ? answer.at() : overruling().due(calendar, answer.at(), List.of());
    }
}
