package io.xietong.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The events that the bot keeps in the calendars of a fake platform. Thread-safe. */
public final class EmulatedCalendar {

    private final Map<String, Event> events = new LinkedHashMap<>();
    private final Map<String, String> made = new HashMap<>();
    private final Set<String> deleted = new TreeSet<>();

    /**
     * An event as those who are asked to it see it.
     *
     * @param attendees accounts, in their order
     * @param reminder  minutes before it; negative for none
     */
    public record Event(
            String id,
            String title,
            String text,
            Instant startsAt,
            Instant endsAt,
            String place,
            Set<String> attendees,
            int reminder) {

        public Event {
            attendees = new TreeSet<>(attendees);
        }

        /** The same with other people. */
        public Event with(Set<String> people) {
            return new Event(id, title, text, startsAt, endsAt, place, people, reminder);
        }
    }

    /** Those that stand, in the order in which they were made. */
    public synchronized List<Event> all() {
        return List.copyOf(events.values());
    }

    /** Those that an account has in its calendar. */
    public synchronized List<Event> of(String account) {
        return events.values().stream()
                .filter(event -> event.attendees().contains(account))
                .toList();
    }

    public synchronized Optional<Event> find(String id) {
        return Optional.ofNullable(events.get(id));
    }

    /** Makes a new one, or says which one was made with the same key. @param key empty for one that is made in any case */
    public synchronized String make(Optional<String> key, Event event) {
        Optional<String> before = key.map(made::get);
        if (before.isPresent()) return before.get();
        key.ifPresent(one -> made.put(one, event.id()));
        events.put(event.id(), event);
        return event.id();
    }

    /** How many were ever made. */
    public synchronized int count() {
        return events.size() + deleted.size();
    }

    public synchronized void change(Event event) {
        events.put(event.id(), event);
    }

    /** Also what a person does by hand. */
    public synchronized void delete(String id) {
        if (events.remove(id) != null) deleted.add(id);
    }

    public synchronized boolean wasThere(String id) {
        return deleted.contains(id);
    }

    /** Titles of those that stand. */
    public synchronized List<String> titles() {
        return new ArrayList<>(events.values()).stream().map(Event::title).toList();
    }
}
