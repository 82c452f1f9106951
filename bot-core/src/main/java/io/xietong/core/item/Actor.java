package io.xietong.core.item;

import java.util.Optional;

/**
 * Who acts, and in whose name: 「乙 代 甲」 (spec.md 4.11).
 *
 * @param person   person id; empty for the clock, which acts by itself
 * @param inNameOf the person whose decision it counts as, when that is somebody else
 */
public record Actor(Optional<String> person, Optional<String> inNameOf) {

    /** The clock: a deadline was reached, an unanswered item is closed. */
    public static final Actor CLOCK = new Actor(Optional.empty(), Optional.empty());

    public static Actor person(String person) {
        return new Actor(Optional.of(person), Optional.empty());
    }

    public boolean is(String other) {
        return person.filter(other::equals).isPresent();
    }
}
