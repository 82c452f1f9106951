package io.xietong.dingtalk;

import io.xietong.core.chat.ChatGroups;
import io.xietong.core.chat.FormLinks;
import io.xietong.core.chat.Receiver;
import io.xietong.core.people.DirectorySource;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.LongConnection;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.SignIn;
import io.xietong.wire.TokenShelf;
import io.xietong.wire.Webhook;
import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One DingTalk application and everything it is used for. Thread-safe; nothing is called before something is asked for. */
public final class Dingtalk {

    private final DingtalkSettings settings;
    private final HttpCalls calls;
    private final Words words;
    private final PlatformClock clock;
    private final DingtalkApi api;
    private final DingtalkCards cards;
    private final DingtalkSessions sessions;
    private final DingtalkCalendar calendar;
    private final DingtalkTips tips = new DingtalkTips();

    /**
     * @param words in the company's language, for the adapter's own few words on cards
     * @param forms where fields are filled in that DingTalk's card cannot ask for
     * @param machine the clock by which time stamps and tokens are judged
     */
    public Dingtalk(
            DingtalkSettings settings, HttpCalls calls, TokenShelf shelf, Words words, FormLinks forms, Clock machine) {
        this.settings = settings;
        this.clock = new PlatformClock(DingtalkPlatform.NAME, machine);
        this.calls = calls.telling(clock);
        this.words = words;
        this.api = new DingtalkApi(settings, this.calls, shelf, clock);
        this.calendar = new DingtalkCalendar(api);
        this.cards = new DingtalkCards(words, forms);
        this.sessions = new DingtalkSessions(settings, clock);
    }

    /** @param stream whether clicks come over the long connection */
    public DingtalkPlatform platform(boolean stream) {
        DingtalkMessages messages = new DingtalkMessages(settings, api, sessions);
        return new DingtalkPlatform(settings, api, cards, messages, tips, groups(), calendar, stream);
    }

    /** The doors for {@code POST /dingtalk/robot} and {@code POST /dingtalk/card}, in HTTP mode. */
    public DingtalkInbound inbound(Receiver receiver) {
        return new DingtalkInbound(settings, reception(receiver, Optional.empty()), clock);
    }

    /** @param authorizeUrl where visitors are sent, {@code https://login.dingtalk.com} */
    public SignIn login(String authorizeUrl) {
        return new DingtalkLogin(settings, api, authorizeUrl);
    }

    /** The door for {@code POST /dingtalk/events}; empty where none is configured, or not wholly: {@link #check} says what is missing. */
    public Optional<Webhook> events(Receiver receiver) {
        DingtalkReception reception = reception(receiver, Optional.empty());
        return Optional.of(settings.subscriptions().stream()
                        .map(events -> eventDoor(events, reception))
                        .toList())
                .filter(doors -> !doors.isEmpty())
                .map(Webhook::firstThatKnows);
    }

    private Webhook eventDoor(DingtalkSettings.Events events, DingtalkReception reception) {
        Set<String> owners = new HashSet<>(Set.of(settings.clientId()));
        if (!events.corpId().isBlank()) owners.add(events.corpId());
        DingtalkCipher cipher = new DingtalkCipher(events.token(), events.aesKey(), owners);
        return new DingtalkEventDoor(cipher, settings.clientId(), reception, clock);
    }

    /**
     * What HTTP mode needs beside its doors, not started.
     *
     * @param address of {@code /dingtalk/card}, as DingTalk reaches it
     */
    public DingtalkRegistration registration(URI address) {
        return new DingtalkRegistration(settings, api, address);
    }

    /** The long connection, not started. */
    public DingtalkConnection connection(Receiver receiver, LongConnection.Pace pace) {
        return new DingtalkConnection(settings, calls, api, reception(receiver, Optional.of(sessions)), pace, clock);
    }

    private DingtalkReception reception(Receiver receiver, Optional<DingtalkSessions> known) {
        DingtalkEvents events = new DingtalkEvents(settings.robotCode(), clock);
        return new DingtalkReception(events, cards, known, tips, receiver, words);
    }

    public ChatGroups groups() {
        return new DingtalkGroups(settings, api);
    }

    public DirectorySource directory() {
        return new DingtalkDirectory(api, words);
    }

    /**
     * What is not set up as it must be, each with the next step; empty when all is well.
     *
     * @param stream   whether messages come over the long connection
     * @param calendar whether meetings are put into the calendar, which needs a permission
     */
    public List<Message> check(boolean stream, boolean calendar) {
        return new DingtalkCheck(settings, api, stream, calendar, clock).findings();
    }

    /** By how much this machine's clock is off the platform's, as far as is known. */
    public PlatformClock clock() {
        return clock;
    }

    /** Asks the platform for its time. */
    public void compareClocks() {
        calls.askTime(URI.create(settings.baseUrl()));
    }
}
