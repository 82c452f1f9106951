package io.xietong.core.calendar;

import io.xietong.core.text.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A number of working days. The day of receipt is day 0; time is up at the close of business of the last day (spec.md section
 * 3). Working time spent in pauses is added at the end.
 */
public record WorkingDays(int count) implements Allowance {

    @Override
    public Instant due(WorkCalendar calendar, Instant armedAt, List<Pause> pauses) {
        LocalDate last = calendar.workingDay(calendar.dateOf(armedAt), count);
        return Postponed.by(calendar, calendar.closing(last), armedAt, pauses);
    }

    @Override
    public Message describe() {
        return Message.of("calendar.mode.working-days", count);
    }
}
