package io.xietong.core.chat;

import io.xietong.core.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When a message may reach somebody. Quiet hours hold a message until the next working minute, they never drop it (spec.md
 * section 2); days off are quiet throughout.
 *
 * @param quietFrom the reader's quiet hours; equal to {@code quietTo} when the reader wants none at all
 * @param digest    whether low news waits for the morning digest
 */
public record Etiquette(
        LocalTime quietFrom, LocalTime quietTo, boolean digest, LocalTime digestAt, WorkCalendar calendar) {

    /** Rounds after which quiet hours are taken to leave no working time at all. */
    private static final int TRIES = 3;

    /** The instant before which a message stays in the outbox. */
    public Instant notBefore(Outgoing.Urgency urgency, Instant now) {
        return switch (urgency) {
            case ANSWER, URGENT -> now;
            case OVERDUE, NORMAL -> afterQuiet(now);
            case LOW -> digest ? nextDigest(now) : afterQuiet(now);
        };
    }

    /** The next working minute outside the quiet hours; the end of those when they cover the whole of the working time. */
    private Instant afterQuiet(Instant now) {
        Instant free = now;
        for (int tried = 0; isQuiet(free); tried++) {
            if (tried == TRIES) return endOfQuietOnWorkingDay(now);
            free = calendar.nextWorkingTime(endOfQuiet(free));
        }
        return free;
    }

    private Instant endOfQuietOnWorkingDay(Instant now) {
        Instant end = endOfQuiet(now);
        for (int tried = 0; tried < TRIES && !calendar.isWorkingDay(calendar.dateOf(end)); tried++) {
            LocalDate next = calendar.nextWorkingDay(calendar.dateOf(end));
            end = next.atTime(quietTo).atZone(calendar.zone()).toInstant();
        }
        return end;
    }

    private boolean isQuiet(Instant at) {
        if (quietFrom.equals(quietTo)) return false;
        return !calendar.isWorkingDay(calendar.dateOf(at))
                || withinHours(at.atZone(calendar.zone()).toLocalTime());
    }

    private boolean withinHours(LocalTime time) {
        return quietFrom.isBefore(quietTo)
                ? !time.isBefore(quietFrom) && time.isBefore(quietTo)
                : !time.isBefore(quietFrom) || time.isBefore(quietTo);
    }

    private Instant endOfQuiet(Instant at) {
        LocalDate day = calendar.dateOf(at);
        LocalTime time = at.atZone(calendar.zone()).toLocalTime();
        boolean tonight = withinHours(time) && !time.isBefore(quietTo);
        return withinHours(time)
                ? day.plusDays(tonight ? 1 : 0)
                        .atTime(quietTo)
                        .atZone(calendar.zone())
                        .toInstant()
                : day.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    }

    private Instant nextDigest(Instant now) {
        LocalDate day = calendar.nextWorkingDay(calendar.dateOf(now));
        Instant at = day.atTime(digestAt).atZone(calendar.zone()).toInstant();
        if (at.isAfter(now)) return at;
        return calendar.workingDay(day, 1)
                .atTime(digestAt)
                .atZone(calendar.zone())
                .toInstant();
    }
}
