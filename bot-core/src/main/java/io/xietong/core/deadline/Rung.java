package io.xietong.core.deadline;

import io.xietong.core.calendar.Spread;
import io.xietong.core.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One step of a ladder: when it comes. Who hears of it is the feature's rule.
 *
 * @param name kept in tables and trail, such as {@code 75} or {@code due}
 */
public record Rung(String name, Position position, int count) {

    /** How the rung lies to the due time. */
    public enum Position {
        /** At {@code count} percent of the working time until the due time. */
        PERCENT,
        /** When work begins, {@code count} working days before the due day. */
        DAYS_BEFORE,
        /** {@code count} minutes before the due time, whether that is working time or not. */
        MINUTES_BEFORE,
        /** At the due time. */
        DUE,
        /** When work begins, {@code count} working days after the due day. */
        DAYS_AFTER
    }

    public static Rung percent(int percent) {
        return new Rung(Integer.toString(percent), Position.PERCENT, percent);
    }

    public static Rung daysBefore(int days) {
        return new Rung("T-" + days, Position.DAYS_BEFORE, days);
    }

    public static Rung minutesBefore(int minutes) {
        return new Rung("M-" + minutes, Position.MINUTES_BEFORE, minutes);
    }

    public static Rung due() {
        return new Rung("due", Position.DUE, 0);
    }

    public static Rung daysAfter(int days) {
        return new Rung("T+" + days, Position.DAYS_AFTER, days);
    }

    /** When it comes for a running deadline with a due time. */
    public Instant at(Deadline deadline, WorkCalendar calendar) {
        Instant due = deadline.dueAt().orElseThrow();
        LocalDate dueDay = calendar.dateOf(due);
        return switch (position) {
            case PERCENT -> Spread.share(calendar, deadline.armedAt(), due, deadline.pauses(), count);
            case DAYS_BEFORE -> calendar.opening(calendar.workingDay(dueDay, -count));
            case MINUTES_BEFORE -> due.minus(Duration.ofMinutes(count));
            case DUE -> due;
            case DAYS_AFTER -> calendar.opening(calendar.workingDay(dueDay, count));
        };
    }
}
