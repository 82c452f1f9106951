package io.xietong.core.feature;

import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Fact;
import io.xietong.core.item.ItemNumber;
import java.time.Instant;

/** Facts that every kind of item has. None of them decides anything about the item. */
public sealed interface SharedFact extends Fact {

    @Override
    default boolean decides() {
        return false;
    }

    record Commented(String text) implements SharedFact {}

    record Watched() implements SharedFact {}

    record Unwatched() implements SharedFact {}

    /** A dispute was raised about the item. */
    record Disputed(ItemNumber dispute) implements SharedFact {}

    /** The dispute about the item has ended. @param outcome agreed terms or ruling, in its own words */
    record DisputeEnded(ItemNumber dispute, String outcome) implements SharedFact {}

    /**
     * A clock reached a rung.
     *
     * @param rung its name on the ladder, such as {@code 75} or {@code due}
     * @param at   when it should have come; later than that when the bot was down
     */
    record RungReached(Purpose purpose, String rung, Instant due, Instant at) implements SharedFact {

        /** Whether the time was up with it. */
        public boolean timeIsUp() {
            return rung.equals("due");
        }
    }

    /** The calendar changed and a due time with it. */
    record DueMoved(Purpose purpose, Instant from, Instant to) implements SharedFact {}

    /** The year that a due time reaches into is published now; it stays as it was and is provisional no longer. */
    record DueConfirmed(Purpose purpose, Instant due) implements SharedFact {}

    /** The calendar or policy changed, and with it only when people are reminded. */
    record RemindersMoved(Purpose purpose) implements SharedFact {}
}
