package io.xietong.wecom;

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
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** One company's application and bot, and everything they are used for. Thread-safe; nothing is called before it is asked for. */
public final class Wecom {

    private final WecomSettings settings;
    private final HttpCalls calls;
    private final Words words;
    private final PlatformClock clock;
    private final WecomApi api;
    private final WecomLine line = new WecomLine();
    private final WecomPlatform platform;

    /**
     * @param words  in the company's language, for the adapter's own few words
     * @param forms  where fields are filled in that WeCom's card cannot ask for
     * @param stream whether the bot holds a connection, on one of the nodes; else it is called back
     * @param machine the clock by which time stamps and tokens are judged
     */
    public Wecom(
            WecomSettings settings,
            HttpCalls calls,
            TokenShelf shelf,
            Words words,
            FormLinks forms,
            boolean stream,
            Clock machine) {
        this.settings = settings;
        this.clock = new PlatformClock(WecomPlatform.NAME, machine);
        this.calls = calls.telling(clock);
        this.words = words;
        this.api = new WecomApi(settings, this.calls, shelf, clock);
        WecomCards cards = new WecomCards(words, forms);
        WecomReplies replies = new WecomReplies(URI.create(settings.baseUrl()), clock);
        this.platform = new WecomPlatform(
                settings,
                new WecomAppSender(settings.app().agentId(), api, cards),
                new WecomBotSender(line, replies, api, cards),
                cards,
                groups(),
                new WecomCalendar(settings, api, words),
                stream);
    }

    public WecomPlatform platform() {
        return platform;
    }

    /** The doors for {@code /wecom/app} and {@code /wecom/bot}. */
    public WecomInbound inbound(Receiver receiver) {
        return new WecomInbound(settings, reception(receiver), clock);
    }

    /** The bot's long connection, not started; at most one for each of these. */
    public WecomConnection connection(Receiver receiver, WecomLease lease, LongConnection.Pace pace) {
        return new WecomConnection(settings.bot(), calls, reception(receiver), line, lease, pace, clock);
    }

    private WecomReception reception(Receiver receiver) {
        return new WecomReception(new WecomEvents(settings.bot().name(), clock), platform, receiver, words);
    }

    public ChatGroups groups() {
        return new WecomGroups(settings, api);
    }

    public DirectorySource directory() {
        return new WecomDirectory(api, words);
    }

    /** Who opens a web form; empty without the application. */
    public Optional<SignIn> login() {
        return settings.app().configured() ? Optional.of(new WecomLogin(settings, api)) : Optional.empty();
    }

    /**
     * What is not set up as it must be, each with the next step; empty when all is well.
     *
     * @param calendar whether meetings are put into the calendar, which needs a permission
     */
    public List<Message> check(boolean calendar) {
        return new WecomCheck(settings, api, calendar, clock).findings();
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
