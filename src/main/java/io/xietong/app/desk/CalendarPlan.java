package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.app.store.JdbiCalendarEvents.Kept;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatCalendar.Event;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.feature.Appointment;
import io.xietong.core.item.ItemNumber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an item is to have in the calendar of each platform, and what it has there, read at one time. */
record CalendarPlan(List<Entry> entries) {

    /**
     * One platform.
     *
     * @param version of the item; makes the key of a new event
     * @param wanted  whether the event is to stand there; otherwise it is to go
     */
    record Entry(ItemNumber item, long version, String platform, Event event, boolean wanted, Optional<Kept> kept) {

        /** Tells what the event says from what it said before. */
        String shown() {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest(event.toString().getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        /** An event that is to be made, with the same key for every attempt. */
        Kept begun() {
            return Kept.begun(item, platform, "event-" + item + "-v" + version, event.owner());
        }

        /** Whether everything there is as it is to be. */
        boolean stands() {
            return wanted ? kept.flatMap(Kept::shown).filter(shown()::equals).isPresent() : kept.isEmpty();
        }
    }

    /** Empty when the item has nothing in calendars, or nothing is to change there any more. */
    static Optional<CalendarPlan> of(ItemNumber number, Books books, Company company, Platforms platforms) {
        Optional<Found<?>> found = company.features().find(books, number);
        Optional<Appointment> appointment = found.flatMap(one -> one.appointment(company.organisation()));
        if (appointment.isEmpty()) return Optional.empty();
        Map<String, Kept> kept = books.calendarEvents().of(number).stream()
                .collect(Collectors.toMap(Kept::platform, Function.identity()));
        Map<String, List<String>> accounts = new TreeMap<>(reached(appointment.get(), books, company, platforms));
        kept.keySet().forEach(platform -> accounts.putIfAbsent(platform, List.of()));
        if (!appointment.get().asked()) accounts.keySet().retainAll(kept.keySet());
        Optional<Chat> lead = reached(appointment.get().lead(), books, company, platforms);
        long version = found.get().item().version();
        return Optional.of(new CalendarPlan(accounts.entrySet().stream()
                .map(one -> {
                    Optional<Kept> there = Optional.ofNullable(kept.get(one.getKey()));
                    String owner = there.map(Kept::owner).orElseGet(() -> owner(lead, one.getKey(), one.getValue()));
                    Event event = event(number, appointment.get(), owner, one.getValue(), company);
                    boolean wanted =
                            !appointment.get().calledOff() && !one.getValue().isEmpty();
                    return new Entry(number, version, one.getKey(), event, wanted, there);
                })
                .toList()));
    }

    /** Accounts by platform: everybody where their messages go, as far as there is a calendar. */
    private static Map<String, List<String>> reached(
            Appointment appointment, Books books, Company company, Platforms platforms) {
        return appointment.people().stream()
                .flatMap(person -> reached(person, books, company, platforms).stream())
                .filter(chat -> platforms.calendar(chat.platform()).isPresent())
                .sorted(Comparator.comparing(Chat::id))
                .collect(Collectors.groupingBy(Chat::platform, Collectors.mapping(Chat::id, Collectors.toList())));
    }

    private static Optional<Chat> reached(String person, Books books, Company company, Platforms platforms) {
        return platforms.chat(new Outgoing.ToPerson(person), company.organisation(), books);
    }

    private static String owner(Optional<Chat> lead, String platform, List<String> accounts) {
        return lead.filter(chat -> chat.platform().equals(platform))
                .map(Chat::id)
                .orElseGet(() -> accounts.get(0));
    }

    private static Event event(
            ItemNumber number, Appointment appointment, String owner, List<String> accounts, Company company) {
        return new Event(
                number.toString(),
                appointment.title(),
                company.words().say(appointment.about()),
                appointment.startsAt(),
                appointment.endsAt(),
                company.organisation().zone(),
                appointment.place(),
                owner,
                accounts,
                appointment.reminder());
    }
}
