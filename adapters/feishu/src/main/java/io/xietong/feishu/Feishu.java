package io.xietong.feishu;

import io.xietong.core.chat.ChatGroups;
import io.xietong.core.chat.Phrase;
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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One Feishu app and everything it is used for. Thread-safe; nothing is called before something is asked for. */
public final class Feishu {

    /** Of the three seconds that Feishu waits; the desk takes most of the others. */
    private static final Duration PROMPTLY = Duration.ofMillis(500);

    /** What a company may use or not. */
    public enum Extra {
        /** Overdue matters are reminded of in the louder way. */
        URGENT,
        /** Meetings are put into the calendar. */
        CALENDAR
    }

    private final FeishuSettings settings;
    private final HttpCalls calls;
    private final Words words;
    private final PlatformClock clock;
    private final FeishuTokens tokens;
    private final FeishuApi api;
    private final FeishuBot bot;
    private final FeishuGroups groups;
    private final FeishuCalendar calendar;
    private final FeishuChats chats;
    private final FeishuCards cards;

    /**
     * @param words in the company's language, for the adapter's own few words on cards
     * @param machine the clock by which time stamps and tokens are judged
     */
    public Feishu(FeishuSettings settings, HttpCalls calls, TokenShelf shelf, Words words, Clock machine) {
        this(settings, calls, shelf, words, machine, PROMPTLY);
    }

    /**
     * The same where nobody is in a hurry.
     *
     * @param promptly for how long an event waits when the platform must be asked before it can be understood
     */
    public Feishu(
            FeishuSettings settings, HttpCalls calls, TokenShelf shelf, Words words, Clock machine, Duration promptly) {
        this.settings = settings;
        this.clock = new PlatformClock(FeishuPlatform.NAME, machine);
        this.calls = calls.telling(clock);
        this.words = words;
        this.tokens = new FeishuTokens(settings, this.calls, shelf, clock);
        this.api = new FeishuApi(settings, this.calls, tokens);
        this.groups = new FeishuGroups(api);
        this.calendar = new FeishuCalendar(api);
        Promptly questions = new Promptly(promptly);
        this.bot = new FeishuBot(api, questions, clock);
        this.chats = new FeishuChats(groups::kind, questions);
        this.cards = new FeishuCards(words);
    }

    public FeishuPlatform platform() {
        return new FeishuPlatform(api, cards, chats, groups, calendar);
    }

    /** Asks who the bot is, so that it need not be asked when somebody mentions it. Takes half a second at most; never fails. */
    public void prepare() {
        bot.openId();
    }

    /** The door for {@code POST /feishu/events}. */
    public Webhook inbound(Receiver receiver) {
        FeishuReception reception = reception(receiver);
        return Webhook.firstThatKnows(settings.everyPair().stream()
                .<Webhook>map(pair -> new FeishuInbound(pair, reception, clock))
                .toList());
    }

    /** The long connection, not started. */
    public FeishuConnection connection(Receiver receiver, LongConnection.Pace pace) {
        return new FeishuConnection(settings, calls, reception(receiver), pace, clock);
    }

    private FeishuReception reception(Receiver receiver) {
        return new FeishuReception(new FeishuEvents(bot::openId, chats, clock), cards, receiver, words);
    }

    /** @param authorizeUrl where visitors are sent, {@code https://accounts.feishu.cn} */
    public SignIn login(String authorizeUrl) {
        return new FeishuLogin(settings, calls, authorizeUrl);
    }

    public ChatGroups groups() {
        return groups;
    }

    public DirectorySource directory() {
        return new FeishuDirectory(api, words);
    }

    /**
     * Offers the verbs while people type {@code /}, as well as Feishu lets us; failures are only logged. Done by several nodes
     * at once it would log refusals. The bot's menu is none of this: Feishu lets it be made by hand alone.
     *
     * @param phrases of those that are said with the same word the first describes it
     * @return how many stand now
     */
    public int offer(List<Phrase> phrases) {
        Map<String, SlashCommand> commands = new LinkedHashMap<>();
        phrases.forEach(
                phrase -> SlashCommand.of(phrase).ifPresent(command -> commands.putIfAbsent(command.name(), command)));
        return register(List.copyOf(commands.values()));
    }

    int register(List<SlashCommand> commands) {
        return new FeishuMenu(api).register(commands);
    }

    /**
     * What is not set up as it must be, each with the next step; empty when all is well.
     *
     * @param webhook whether events are pushed to us, which needs their secrets
     * @param extras  what is used beside messages and groups, each of which needs permissions of its own
     */
    public List<Message> check(boolean webhook, Set<Extra> extras) {
        return new FeishuCheck(settings, webhook, extras, tokens, api, bot, clock).findings();
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
