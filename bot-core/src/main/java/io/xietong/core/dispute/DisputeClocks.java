package io.xietong.core.dispute;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.calendar.WorkingDays;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.deadline.Rung;
import io.xietong.core.deadline.Terms;
import java.util.ArrayList;
import java.util.List;

/** By what terms each clock of a dispute runs. */
record DisputeClocks(DisputePolicy policy, WorkCalendar calendar) {

    Terms terms(Purpose purpose) {
        return switch (purpose) {
            case NEGOTIATION -> new Terms(new WorkingDays(policy.frontLineDays()), halfWay(), calendar);
            case HEADS -> new Terms(new WorkingDays(policy.headsDays()), halfWay(), calendar);
            case RECEIPT -> new Terms(new WorkingDays(policy.receiptDays()), overdue(List.of()), calendar);
            case RULING ->
                new Terms(
                        new WorkingDays(policy.limitDay()), overdue(List.of(reminder(), Rung.daysBefore(0))), calendar);
            default -> throw new IllegalArgumentException("a dispute has no clock for " + purpose);
        };
    }

    private static List<Rung> halfWay() {
        return List.of(Rung.percent(50), Rung.due());
    }

    private Rung reminder() {
        return Rung.daysBefore(policy.limitDay() - policy.remindDay());
    }

    private List<Rung> overdue(List<Rung> before) {
        List<Rung> ladder = new ArrayList<>(before);
        ladder.add(Rung.due());
        for (int day = 1; day <= policy.overdueRounds(); day++) ladder.add(Rung.daysAfter(day));
        return ladder;
    }
}
