package io.xietong.core.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A day that is not like its weekday: a day off, or a working day (调休).
 *
 * @param name  why, such as 春节; a person's own words, said in every language as they stand
 * @param hours empty: the usual hours
 */
public record SpecialDay(LocalDate date, boolean working, String name, List<Interval> hours) {
    public SpecialDay {
        hours = List.copyOf(hours);
    }

    public static SpecialDay off(LocalDate date, String name) {
        return new SpecialDay(date, false, name, List.of());
    }

    public static SpecialDay working(LocalDate date, String name) {
        return new SpecialDay(date, true, name, List.of());
    }
}
