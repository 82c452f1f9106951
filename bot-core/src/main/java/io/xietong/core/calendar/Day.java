package io.xietong.core.calendar;

import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.List;

/**
 * What a calendar says of one day.
 *
 * @param hours empty on a day off
 * @param why   the reason in words; for an ordinary day that it is a working day or a weekend
 * @param plain whether it is simply as its weekday usually is
 */
public record Day(LocalDate date, List<Interval> hours, Message why, boolean plain) {
    public Day {
        hours = List.copyOf(hours);
    }

    public boolean working() {
        return !hours.isEmpty();
    }
}
