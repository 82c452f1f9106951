package io.xietong.core.request;

import java.time.Instant;
import java.util.Optional;

/**
 * The stretch of time in which one department answered for a request. A transfer closes it and opens the next one, so that
 * each department answers only for the time that was spent with it.
 *
 * @param owner the person who was asked; empty when nobody could be found
 * @param until empty for the present leg
 */
public record Leg(String department, Optional<String> owner, Instant from, Optional<Instant> until) {

    Leg closed(Instant at) {
        return new Leg(department, owner, from, Optional.of(at));
    }
}
