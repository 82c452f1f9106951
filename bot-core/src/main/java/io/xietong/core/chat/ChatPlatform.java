package io.xietong.core.chat;

import io.xietong.core.card.Card;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A chat platform as the bot sees it. Implemented once per adapter; called by the courier from several threads, so
 * implementations are thread-safe. Calls block until the platform has answered or a time limit of a few seconds has passed.
 */
public interface ChatPlatform {

    /** The name used in accounts, tables and configuration, such as {@code feishu}. */
    String name();

    Set<Capability> can();

    /** How long a card can still be updated after it was sent. It is sent anew before that (platforms/*.md). */
    Duration cardLifetime();

    /** How fast the platform takes messages; the courier keeps to all of them. Empty: as fast as they come. */
    default List<Rate> rates() {
        return List.of();
    }

    /** Whether this node can deliver now. When not, messages are left to other nodes, or to later, without counting as tried. */
    default boolean reachable() {
        return true;
    }

    /** Makes chat groups; empty where the platform, or how it is set up, does not let the bot. */
    default Optional<ChatGroups> groups() {
        return Optional.empty();
    }

    /** Keeps events in the platform's own calendar; empty where it has none, or how it is set up does not let the bot. */
    default Optional<ChatCalendar> calendar() {
        return Optional.empty();
    }

    /** Sends a new message. */
    Receipt send(Delivery delivery);

    /** Puts a new card in the place of the one in an earlier message. */
    Receipt update(String messageId, Delivery delivery);

    /**
     * A limit on sending.
     *
     * @param count messages at most in each stretch of this length
     */
    record Rate(Scope scope, int count, Duration per) {

        /** What a limit counts. */
        public enum Scope {
            /** Messages to one chat or person. */
            TARGET,
            /** All messages of the bot on the platform; the updates of cards as well, but counted apart. */
            PLATFORM
        }
    }

    /**
     * A message on its way.
     *
     * @param key    the same for every attempt; used as the platform's idempotency key where it has one
     * @param chat   the chat to send to; a single chat is named by the account's id
     * @param urgent whether the reader is reminded in the platform's louder way, where it has one
     */
    record Delivery(String key, Chat chat, Content content, boolean urgent) {

        public Delivery(String key, Chat chat, Content content) {
            this(key, chat, content, false);
        }
    }

    /** What is sent. */
    sealed interface Content {}

    /** A plain text; the platform escapes it. */
    record PlainText(String text) implements Content {}

    /** A card with all its texts in the reader's language. */
    record DrawnCard(Card card) implements Content {}

    /** How a call ended. */
    sealed interface Receipt {}

    /** The platform took it. */
    record Sent(String messageId) implements Receipt {}

    /**
     * The platform did not take it.
     *
     * @param reason     for the log and the secretary's desk; carries no secret
     * @param retryAfter how long the platform asked to wait, when it said so
     */
    record NotSent(Kind kind, String reason, Optional<Duration> retryAfter) implements Receipt {

        /** What to do about it. */
        public enum Kind {
            /** Try again later with the same key. */
            TRY_AGAIN,
            /** This message will never be taken: the account or chat is gone, the content refused. */
            NEVER,
            /** Nothing goes out until an administrator acts: credentials, scopes, trusted addresses. */
            NEEDS_ADMIN,
            /** The old message can no longer be updated, or the event is gone: send a new one. */
            CARD_EXPIRED
        }

        public static NotSent tryAgain(String reason) {
            return new NotSent(Kind.TRY_AGAIN, reason, Optional.empty());
        }

        public static NotSent never(String reason) {
            return new NotSent(Kind.NEVER, reason, Optional.empty());
        }
    }
}
