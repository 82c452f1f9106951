package io.xietong.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Capability;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatCalendar;
import io.xietong.core.chat.ChatGroups;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.wire.BoundedJson;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends and updates messages in WeCom: to people by the application when there is one, since its cards can be changed later; to
 * groups by the bot, which is in them, and to the application's own groups by the application, without cards. A card changes once
 * by the code in its id, or in the answer to a click; after that a new one is sent. Thread-safe.
 */
public final class WecomPlatform implements ChatPlatform {

    /** The platform's name in accounts, tables and configuration. */
    public static final String NAME = "wecom";

    private static final Logger log = LoggerFactory.getLogger(WecomPlatform.class);
    private static final Duration LIFETIME = Duration.ofHours(72);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String SILENT = "a bot that is called back cannot speak first";

    private final WecomSettings settings;
    private final WecomAppSender app;
    private final WecomBotSender bot;
    private final WecomCards cards;
    private final ChatGroups groups;
    private final ChatCalendar calendar;
    private final WecomShown shown = new WecomShown();
    private final boolean stream;
    private final ThreadPoolExecutor whispers =
            new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(200), WecomPlatform::thread);

    /** @param stream whether the bot holds a connection, on this node or another; else it is called back */
    WecomPlatform(
            WecomSettings settings,
            WecomAppSender app,
            WecomBotSender bot,
            WecomCards cards,
            ChatGroups groups,
            ChatCalendar calendar,
            boolean stream) {
        this.settings = settings;
        this.app = app;
        this.bot = bot;
        this.cards = cards;
        this.groups = groups;
        this.calendar = calendar;
        this.stream = stream;
        whispers.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "wecom-whisper");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Capability> can() {
        EnumSet<Capability> can = EnumSet.of(Capability.UPDATE_CARD);
        if (settings.app().configured()) can.add(Capability.CREATE_GROUP);
        return can;
    }

    /** Groups are the application's. */
    @Override
    public Optional<ChatGroups> groups() {
        return settings.app().configured() ? Optional.of(groups) : Optional.empty();
    }

    /** So is the calendar. */
    @Override
    public Optional<ChatCalendar> calendar() {
        return settings.app().configured() ? Optional.of(calendar) : Optional.empty();
    }

    @Override
    public Duration cardLifetime() {
        return LIFETIME;
    }

    /** Of one conversation; beyond them WeCom drops messages silently. */
    @Override
    public List<Rate> rates() {
        return List.of(
                new Rate(Rate.Scope.TARGET, 30, Duration.ofMinutes(1)),
                new Rate(Rate.Scope.TARGET, 1000, Duration.ofHours(1)));
    }

    /** Without an application, only the node that holds the bot's connection can deliver. */
    @Override
    public boolean reachable() {
        return settings.app().configured() || !stream || bot.stands();
    }

    @Override
    public Receipt send(Delivery delivery) {
        Chat chat = delivery.chat();
        try {
            if (WecomIds.ourGroup(chat.id())) return app.group(delivery);
            if (speaksByApplication(chat)) return app.person(delivery);
            if (!settings.bot().configured()) {
                return new NotSent(NotSent.Kind.NEEDS_ADMIN, "groups need the smart bot", Optional.empty());
            }
            if (bot.stands()) return bot.say(delivery);
            Optional<Receipt> answered = bot.answer(delivery);
            if (answered.isPresent()) return answered.get();
            return stream
                    ? new NotSent(NotSent.Kind.TRY_AGAIN, "the bot's connection is not on this node", Optional.of(SOON))
                    : NotSent.never(SILENT);
        } catch (WecomFault e) {
            return e.receipt();
        }
    }

    @Override
    public Receipt update(String messageId, Delivery delivery) {
        Card card = delivery.content() instanceof DrawnCard drawn
                ? drawn.card()
                : Card.titled("", Tone.NEUTRAL)
                        .line(((PlainText) delivery.content()).text())
                        .build();
        String task = WecomIds.taskOf(messageId);
        if (shown.shows(task, card)) return new Sent(messageId);
        if (cannotSpeakFirst(delivery.chat())) return NotSent.never(SILENT);
        String code = WecomIds.codeOf(messageId);
        if (code.isEmpty()) return expired("a text never changes, a bot's card only in the answer to a click");
        try {
            app.change(delivery.chat().id(), code, cards.again(card, delivery.chat(), task));
            return new Sent(WecomIds.appCard(task, ""));
        } catch (WecomFault e) {
            return e.kind() == NotSent.Kind.NEVER ? expired(e.getMessage()) : e.receipt();
        }
    }

    /** Whether what is said in this chat comes from the application and so stands in its chat, not in the bot's. */
    boolean speaksByApplication(Chat chat) {
        return !chat.isGroup() && settings.app().configured();
    }

    /** Where nothing new can be said, a card that does not change stays as it is. */
    private boolean cannotSpeakFirst(Chat chat) {
        return !stream && !speaksByApplication(chat) && !WecomIds.ourGroup(chat.id());
    }

    private static NotSent expired(String why) {
        return new NotSent(NotSent.Kind.CARD_EXPIRED, why, Optional.empty());
    }

    /** The card that takes the place of the one that was pressed; remembered as shown. */
    ObjectNode replaced(Card card, Chat chat, String message) {
        String task = WecomIds.taskOf(message);
        ObjectNode drawn = cards.again(card, chat, task);
        shown.put(task, card);
        return drawn;
    }

    /** A message came with an address at which it may be answered once. */
    void mayReply(Chat chat, JsonNode address) {
        bot.mayReply(chat.id(), address);
    }

    /** Says a sentence to one person without keeping anybody waiting; when it cannot be said, that is all. */
    void whisper(String account, String event, String text) {
        Delivery delivery = new Delivery("toast-" + event, WecomEvents.single(account), new PlainText(text));
        try {
            whispers.execute(() -> {
                if (send(delivery) instanceof NotSent fault) log.info("a sentence was not said: {}", fault.reason());
            });
        } catch (RejectedExecutionException e) {
            log.info("a sentence was not said: too many wait");
        }
    }

    /** A text as a body of the kind that an address or a connection takes. */
    static ObjectNode markdown(String text) {
        ObjectNode json = BoundedJson.object().put("msgtype", "markdown");
        json.putObject("markdown").put("content", text);
        return json;
    }
}
