package io.xietong.core.calendar;

import java.util.List;

/** A statutory year from a file; it replaces what the library says of that year. */
public record CalendarYear(int year, YearState state, List<SpecialDay> days) {
    public CalendarYear {
        days = List.copyOf(days);
        for (SpecialDay day : days) {
            if (day.date().getYear() != year) throw new IllegalArgumentException(day.date() + " is not in " + year);
        }
    }
}
