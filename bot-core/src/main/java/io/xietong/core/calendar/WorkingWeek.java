package io.xietong.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The usual hours of each weekday; several intervals a day, so that lunch is not working time. A day without hours is off. */
public record WorkingWeek(Map<DayOfWeek, List<Interval>> hours) {

    public WorkingWeek {
        Map<DayOfWeek, List<Interval>> copy = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) copy.put(day, List.copyOf(hours.getOrDefault(day, List.of())));
        hours = Map.copyOf(copy);
    }

    /** Monday to Friday, 09:00-12:00 and 13:30-18:00. */
    public static WorkingWeek usual() {
        List<Interval> day = List.of(
                new Interval(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                new Interval(LocalTime.of(13, 30), LocalTime.of(18, 0)));
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) if (weekday.getValue() <= 5) week.put(weekday, day);
        return new WorkingWeek(week);
    }

    List<Interval> on(DayOfWeek day) {
        return hours.get(day);
    }

    /** The hours of a make-up working day on a weekday that is usually off: those of the week's first working day. */
    List<Interval> onMakeUpDay(DayOfWeek day) {
        if (!on(day).isEmpty()) return on(day);
        for (DayOfWeek other : DayOfWeek.values()) if (!on(other).isEmpty()) return on(other);
        return List.of();
    }
}
