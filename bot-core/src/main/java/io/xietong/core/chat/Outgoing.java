package io.xietong.core.chat;

import io.xietong.core.card.Card;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.text.Message;
import java.util.Optional;

/**
 * Something to tell somebody, decided together with the state it speaks of and kept in the outbox until it is delivered.
 *
 * @param about the item it belongs to; messages about one item keep their order
 */
public record Outgoing(Address to, Body body, Urgency urgency, Optional<ItemNumber> about) {

    /** Who gets it. */
    public sealed interface Address {}

    /** A person, wherever they prefer to be reached. */
    public record ToPerson(String person) implements Address {}

    /** A chat, seen by everybody in it. */
    public record ToChat(Chat chat) implements Address {}

    /** What it says. */
    public sealed interface Body {}

    /** A text, said in the reader's language when it is sent. */
    public record Note(Message text) implements Body {}

    /**
     * The card of the item it is about, drawn from the state at the moment of sending, for this reader.
     *
     * @param headline  why it comes now, on top of the card; empty when the card speaks for itself
     * @param onlyWhile the clock that must still run for this to make sense; a reminder held overnight is dropped when the
     *     matter was settled meanwhile
     */
    public record ItemCard(Optional<Message> headline, Optional<Purpose> onlyWhile) implements Body {}

    /** A card that was drawn when it was decided on: help, lists, forms. */
    public record FixedCard(Card card) implements Body {}

    /**
     * The reader's own link to the calendar of their meetings. It is made when it is sent, so that nothing that is kept until then
     * holds it; only to one person.
     */
    public record CalendarLink() implements Body {}

    /** The reader's own link into the console, good once and for some minutes; made when it is sent, only to one person. */
    public record ConsoleLink() implements Body {}

    /** The reader's own link to a form that only a web page can show; made when it is sent, only to one person. */
    public record FormLink(Card form) implements Body {}

    /** How soon it must be read. */
    public enum Urgency {
        /** The answer to what the reader just did: goes out at once. */
        ANSWER,
        /** Breaks through quiet hours: the asker called it urgent and policy lets them. */
        URGENT,
        /**
         * Held like {@link #NORMAL}; where policy wants it, its reader is also reminded in the platform's louder way: what should
         * have been done by now.
         */
        OVERDUE,
        /** Held through quiet hours until the next working minute. */
        NORMAL,
        /** Collected into the reader's next morning digest. */
        LOW;

        /** Whether its reader's settings say when it comes. */
        public boolean waits() {
            return this != ANSWER && this != URGENT;
        }
    }

    public static Outgoing card(Address to, ItemNumber about, Optional<Message> headline, Urgency urgency) {
        return new Outgoing(to, new ItemCard(headline, Optional.empty()), urgency, Optional.of(about));
    }

    /** A reminder: it makes sense only while that clock runs. */
    public static Outgoing reminder(String person, ItemNumber about, Message headline, Purpose whileRunning) {
        return reminder(person, about, headline, whileRunning, Urgency.NORMAL);
    }

    public static Outgoing reminder(
            String person, ItemNumber about, Message headline, Purpose whileRunning, Urgency urgency) {
        ItemCard card = new ItemCard(Optional.of(headline), Optional.of(whileRunning));
        return new Outgoing(new ToPerson(person), card, urgency, Optional.of(about));
    }

    public static Outgoing note(Address to, Message text, Urgency urgency, Optional<ItemNumber> about) {
        return new Outgoing(to, new Note(text), urgency, about);
    }
}
