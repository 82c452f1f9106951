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
     * @param where the chat, or empty for the clock
     */
    record TrailLine(Instant at, String who, String what, String where) {}

    /**
     * A message in the outbox.
     *
     * @param to    the reader's or the chat's name
     * @param what  the card's title or the text's beginning
     * @param state such as {@code WAITING} or {@code SENT}
     * @param note  the last error or why it is held back; may be empty
     */
    record OutboxLine(long id, Instant at, String to, String what, String state, int attempts, String note) {}

    /** Oldest first; empty when there is no such item. */
    List<TrailLine> trail(String number);

    /** Newest first. */
    List<OutboxLine> outbox(int most);
}
