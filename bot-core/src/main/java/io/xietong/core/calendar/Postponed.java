package io.xietong.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A due time put off by the working time that was paused before it, and never inside a pause. */
final class Postponed {

    private Postponed() {}

    static Instant by(WorkCalendar calendar, Instant due, Instant armedAt, List<Pause> pauses) {
        if (pauses.isEmpty()) return due;
        Duration allowed = calendar.workingBetween(armedAt, due);
        Instant later = calendar.plusWorking(armedAt, allowed, pauses);
        return later.isBefore(due) ? due : later;
    }
}
