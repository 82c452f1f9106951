package io.xietong.core.chat;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that somebody did in a chat, as the platform vouches for it. The account comes from the verified envelope alone.
 *
 * @param eventId unique per platform; a second delivery with the same id has no second effect
 * @param account who, by the platform's id
 * @param asOf    when the platform says it happened
 */
public record Inbound(String platform, String eventId, String account, Chat chat, Said said, Instant asOf) {

    /** What was done. */
    public sealed interface Said {}

    /** Typed text, mentions of the bot already taken out. */
    public record Text(String text) implements Said {}

    /**
     * A press on a card's button.
     *
     * @param phrase  what the button carried
     * @param version the state version the card was drawn for; 0 when it showed no item
     * @param form    the values of the card's form by name; empty when it had none
     * @param message the platform's id of the message that holds the card
     */
    public record Press(String phrase, long version, Map<String, String> form, String message) implements Said {
        public Press {
            form = Map.copyOf(form);
        }
    }

    /** The bot was added to this chat. */
    public record Joined() implements Said {}

    /** Somebody left the company, by the platform's word: the account of this event. Nothing is answered. */
    public record Left() implements Said {}
}
