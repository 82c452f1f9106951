package io.xietong.core.meeting;

import java.time.Duration;
import java.time.Instant;

/**
 * When and where a meeting is.
 *
 * @param place a room or a link; may be empty
 */
public record Slot(Instant startsAt, Duration length, String place) {

    public Instant endsAt() {
        return startsAt.plus(length);
    }
}
