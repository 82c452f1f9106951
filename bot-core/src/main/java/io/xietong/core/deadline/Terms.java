package io.xietong.core.deadline;

import io.xietong.core.calendar.Allowance;
import io.xietong.core.calendar.WorkCalendar;
import java.util.List;

/**
 * What a deadline runs by: how long, by which calendar, and its ladder. Derived from policy each time, never stored.
 *
 * @param ladder rungs in the order in which they come
 */
public record Terms(Allowance allowance, List<Rung> ladder, WorkCalendar calendar) {

    public Terms {
        ladder = List.copyOf(ladder);
    }
}
