package io.xietong.core.feature;

import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Fact;
import java.time.Instant;

/** Facts that every kind of item has. */
public sealed interface SharedFact extends Fact {

    record Commented(String text) implements SharedFact {}

    record Watched() implements SharedFact {}

    record Unwatched() implements SharedFact {}

    /**
     * A clock reached a rung.
     *
     * @param round which clock of that purpose
     * @param rung its name on the ladder, such as {@code 75} or {@code due}
     * @param at   when it should have come; later than that when the bot was down
     */
    record RungReached(Purpose purpose, int round, String rung, Instant due, Instant at) implements SharedFact {}

    /** The calendar changed and a due time with it. */
    record DueMoved(Purpose purpose, Instant from, Instant to) implements SharedFact {}
}
