package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatCalendar;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The platforms that are switched on, each with its gate and pace, and where on them somebody is reached. Thread-safe. */
final class Platforms {

    private final Map<String, ChatPlatform> platforms;
    /** Of how many calls about calendars a platform lets through at once; the rest are for messages. */
    private static final int FOR_CALENDARS = 2;

    private final Map<String, Gate> gates = new LinkedHashMap<>();
    private final Map<String, Gate> calendarGates = new LinkedHashMap<>();
    private final Map<String, Pace> paces = new LinkedHashMap<>();

    /** @param carriers how many may call at once; with several platforms one alone never gets them all */
    Platforms(Map<String, ChatPlatform> platforms, int carriers, CourierPolicy policy, Clock clock) {
        this.platforms = platforms;
        int most = platforms.size() < 2 ? carriers : carriers * 3 / 4;
        platforms.forEach((name, platform) -> {
            gates.put(name, new Gate(most, policy, clock));
            calendarGates.put(name, new Gate(Math.min(most, FOR_CALENDARS), policy, clock));
            paces.put(name, Pace.of(platform.rates(), policy));
        });
    }

    Optional<ChatPlatform> of(Chat chat) {
        return Optional.ofNullable(platforms.get(chat.platform()));
    }

    Gate gate(Chat chat) {
        return gates.get(chat.platform());
    }

    /** Empty where the platform is switched off, or keeps no calendar. */
    Optional<ChatCalendar> calendar(String platform) {
        return Optional.ofNullable(platforms.get(platform)).flatMap(ChatPlatform::calendar);
    }

    /** A gate of its own, so that trouble with a calendar holds up no message. */
    Gate calendarGate(String platform) {
        return calendarGates.get(platform);
    }

    Pace pace(Chat chat) {
        return paces.get(chat.platform());
    }

    /**
     * The chat an address stands for: where the person chose or spoke last, else the first platform with an account. Empty when
     * they have left all of them.
     */
    Optional<Chat> chat(Outgoing.Address to, Organisation organisation, Books books) {
        if (to instanceof Outgoing.ToChat chat) return Optional.of(chat.chat());
        return organisation.person(((Outgoing.ToPerson) to).person()).flatMap(person -> single(person, books));
    }

    private Optional<Chat> single(Person person, Books books) {
        Stream<String> preferred = books.people().setting(person.id()).reachedOn().stream();
        return Stream.concat(preferred, platforms.keySet().stream())
                .filter(platform -> reaches(person, platform, books))
                .findFirst()
                .map(platform -> new Chat(platform, person.accounts().get(platform), Chat.Kind.SINGLE, ""));
    }

    private boolean reaches(Person person, String platform, Books books) {
        return platforms.containsKey(platform)
                && person.accounts().containsKey(platform)
                && !books.leavers().isGone(platform, person.accounts().get(platform));
    }
}
