package io.xietong.core.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Puts events into the platform's own calendar. Accounts are the platform's ids. Thread-safe; calls block like those of
 * {@link ChatPlatform}, and repeating one does no harm. The platform's own notices of events are switched off where it lets us:
 * what is new comes as a card.
 */
public interface ChatCalendar {

    /**
     * Makes an event.
     *
     * @param key   the same for every attempt; used as the platform's idempotency key where it has one
     * @param again whether an earlier attempt may have made it; then that one is found and brought up to date
     * @return {@link ChatPlatform.Sent} with the event's id, at most 255 characters
     */
    ChatPlatform.Receipt create(String key, boolean again, Event event);

    /** @return {@link ChatPlatform.Sent} with the id; {@code CARD_EXPIRED} when somebody has deleted the event */
    ChatPlatform.Receipt change(String id, Event event);

    /** Takes it out of everybody's calendar. @return {@link ChatPlatform.Sent} also when it is gone already */
    ChatPlatform.Receipt cancel(String id);

    /**
     * An event as it is to be. Texts are plain; the platform's adapter escapes them, and cuts what the platform would refuse.
     *
     * @param reference   by which people speak of it, such as {@code HY-40}
     * @param description in a sentence or two
     * @param place       may be empty
     * @param owner       in whose calendar it is made, on platforms where an application has none; one of the attendees, if any
     * @param attendees   in a fixed order; where there may not be so many, the last are left out
     * @param reminder    how long before it those invited are reminded, where the platform lets us say so; empty for not at all
     */
    record Event(
            String reference,
            String title,
            String description,
            Instant startsAt,
            Instant endsAt,
            ZoneId zone,
            String place,
            String owner,
            List<String> attendees,
            Optional<Duration> reminder) {

        public Event {
            attendees = List.copyOf(attendees);
        }

        /** The reference on a line of its own, and the description. */
        public String text() {
            return reference + "\n" + description;
        }
    }
}
