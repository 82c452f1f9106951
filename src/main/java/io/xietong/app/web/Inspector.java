package io.xietong.app.web;

import java.time.Instant;
import java.util.List;

/** Lets the sandbox's visitor look behind the chat. Thread-safe; reads only. */
public interface Inspector {

    /**
     * An entry of an item's trail.
     *
     * @param who   the name, with 「代」 when it was done in somebody's name
     * @param what  what happened, in words
     * @param where the chat's id as the platform knows it, or empty for the clock
     */
    record TrailLine(Instant at, String who, String what, String where) {}

    /**
     * A message in the outbox.
     *
     * @param to      the reader's or the chat's name; empty when it updates cards that were sent before
     * @param item    the number of the item it is about; may be empty
     * @param kind    such as {@code CARD} or {@code NOTE}
     * @param urgency such as {@code NORMAL}
     * @param state   such as {@code WAITING} or {@code SENT}
     * @param note    the last error or why it is held back; may be empty
     */
    record OutboxLine(
            long id,
            Instant at,
            String to,
            String item,
            String kind,
            String urgency,
            String state,
            int attempts,
            String note) {}

    /** Oldest first; empty when there is no such item. */
    List<TrailLine> trail(String number);

    /** Newest first. */
    List<OutboxLine> outbox(int most);
}
