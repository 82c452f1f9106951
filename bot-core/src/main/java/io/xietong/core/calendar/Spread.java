package io.xietong.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Places reminders within a time limit by working time, so that they are spread over the working day and none falls at night. */
public final class Spread {

    private Spread() {}

    /**
     * The instant at which this percent of the unpaused working time between start and due has passed; of the natural time when
     * no work falls between them.
     */
    public static Instant share(WorkCalendar calendar, Instant armedAt, Instant due, List<Pause> pauses, int percent) {
        Duration whole = calendar.workingBetween(armedAt, due, pauses);
        if (whole.isZero())
            return armedAt.plus(
                    Duration.between(armedAt, due).multipliedBy(percent).dividedBy(100));
        Duration part = whole.multipliedBy(percent).dividedBy(100);
        return calendar.plusWorking(armedAt, Duration.ofMillis(part.toMillis()), pauses);
    }
}
