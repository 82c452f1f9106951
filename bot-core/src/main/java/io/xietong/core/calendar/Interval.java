package io.xietong.core.calendar;

import java.time.LocalTime;

/** A stretch of working time within a day, local to the company's zone. */
public record Interval(LocalTime from, LocalTime to) {
    public Interval {
        if (!from.isBefore(to))
            throw new IllegalArgumentException("an interval ends after it begins: " + from + "-" + to);
    }
}
