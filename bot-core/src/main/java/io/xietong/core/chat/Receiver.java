package io.xietong.core.chat;

import io.xietong.core.card.Card;
import java.util.Optional;

/** Where every platform hands in what came: the desk. Thread-safe. */
public interface Receiver {

    /**
     * Handles one event in one transaction and returns once it is committed. The same event id again gets the first answer.
     * What the bot has to say in the chat comes through the outbox; the answer is only what belongs into the reply itself.
     *
     * @throws Unavailable when the event could not be handled now
     */
    Answer receive(Inbound inbound);

    /** Nothing was committed and nothing will be; a platform that brings events again may bring this one again. */
    final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1;

        public Unavailable(String why) {
            super(why, null, false, false);
        }
    }

    /**
     * The immediate reply to an event.
     *
     * @param toast     a short sentence shown to the one who pressed; empty for typed text
     * @param done      whether what was asked for was done; false when it was refused, or is not done yet
     * @param refreshed the card as it is now, to replace the one that was pressed
     */
    record Answer(Optional<String> toast, boolean done, Optional<Card> refreshed) {

        /** Nothing to say in the reply; whatever there is to say stands in the chat. */
        public static final Answer NONE = new Answer(Optional.empty(), true, Optional.empty());

        public static Answer done(String toast) {
            return new Answer(Optional.of(toast), true, Optional.empty());
        }

        public static Answer refused(String toast) {
            return new Answer(Optional.of(toast), false, Optional.empty());
        }
    }
}
