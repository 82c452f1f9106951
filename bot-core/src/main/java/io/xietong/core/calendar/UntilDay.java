package io.xietong.core.calendar;

import io.xietong.core.text.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Until the close of business of a day that was named, or of the next working day when it is off. */
public record UntilDay(LocalDate day) implements Allowance {

    @Override
    public Instant due(WorkCalendar calendar, Instant armedAt, List<Pause> pauses) {
        return Postponed.by(calendar, calendar.closing(calendar.nextWorkingDay(day)), armedAt, pauses);
    }

    @Override
    public Message describe() {
        return Message.of("calendar.mode.until-day", day);
    }
}
