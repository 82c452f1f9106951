package io.xietong.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns events into what the desk understands. Thread-safe. */
final class FeishuEvents {

    /** What an event comes to. */
    sealed interface Heard {}

    /** Somebody did something. */
    record Said(Inbound inbound) implements Heard {}

    /** The bot is no longer in a chat, or the chat is no more. */
    record Left(String chat) implements Heard {}

    /** Nothing for us: another kind of event, not said to the bot, said by a bot. */
    record Nothing() implements Heard {}

    /** An event that lacks what its kind always has. */
    record Broken(String what) implements Heard {}

    private final Supplier<Optional<String>> bot;
    private final FeishuChats chats;
    private final Clock clock;

    /** @param bot the bot's own open_id, when it is known */
    FeishuEvents(Supplier<Optional<String>> bot, FeishuChats chats, Clock clock) {
        this.bot = bot;
        this.chats = chats;
        this.clock = clock;
    }

    Heard read(FeishuEnvelope envelope) {
        return switch (envelope.type()) {
            case "im.message.receive_v1" -> message(envelope);
            case "card.action.trigger" -> press(envelope);
            case "application.bot.menu_v6" -> menu(envelope);
            case "im.chat.access_event.bot_p2p_chat_entered_v1" -> entered(envelope);
            case "im.chat.member.bot.added_v1" -> added(envelope);
            case "contact.user.deleted_v3" -> resigned(envelope);
            case "im.chat.member.bot.deleted_v1", "im.chat.disbanded_v1" -> left(envelope);
            default -> new Nothing();
        };
    }

    /** Its event id is the message's: a message may be brought again under another event id. */
    private Heard message(FeishuEnvelope envelope) {
        JsonNode sender = envelope.event().path("sender");
        JsonNode message = envelope.event().path("message");
        String account = sender.path("sender_id").path("open_id").asText();
        String id = message.path("message_id").asText();
        if (!sender.path("sender_type").asText("user").equals("user")) return new Nothing();
        if (account.isBlank() || id.isBlank()) return new Broken("a message without sender or id");
        boolean group = !message.path("chat_type").asText().equals("p2p");
        FeishuText said = FeishuText.of(message, bot.get());
        if (group && !said.toBot()) return new Nothing();
        String chat = message.path("chat_id").asText();
        Chat.Kind kind = group ? Chat.Kind.GROUP : Chat.Kind.SINGLE;
        chats.remember(chat, kind);
        Instant at = FeishuEnvelope.moment(message.path("create_time").asText(), clock.instant());
        return said(id, account, FeishuChats.named(chat, account, "", kind), new Inbound.Text(said.text()), at);
    }

    private Heard press(FeishuEnvelope envelope) {
        JsonNode event = envelope.event();
        JsonNode value = event.path("action").path("value");
        String account = event.path("operator").path("open_id").asText();
        String chat = event.path("context").path("open_chat_id").asText();
        String phrase = value.path("phrase").asText();
        if (account.isBlank() || envelope.id().isBlank()) return new Broken("a press without presser or id");
        if (phrase.isBlank()) return new Nothing();
        Inbound.Press press = new Inbound.Press(
                phrase,
                version(value.path("version").asText()),
                form(event.path("action").path("form_value")),
                event.path("context").path("open_message_id").asText());
        return said(envelope.id(), account, chats.of(chat, account), press, moment(envelope));
    }

    private static long version(String written) {
        return written.matches("\\d{1,18}") ? Long.parseLong(written) : 0;
    }

    /** Dates come as {@code 2026-11-27 +0800}; the day is what was chosen, in whatever zone. */
    private static Map<String, String> form(JsonNode values) {
        Map<String, String> form = new LinkedHashMap<>();
        values.properties().forEach(field -> {
            String value = field.getValue().asText();
            form.put(field.getKey(), value.matches("\\d{4}-\\d{2}-\\d{2} [+-]\\d{4}") ? value.substring(0, 10) : value);
        });
        return form;
    }

    /** An item of the bot's menu: its key is the verb. */
    private Heard menu(FeishuEnvelope envelope) {
        String account = envelope.event()
                .path("operator")
                .path("operator_id")
                .path("open_id")
                .asText();
        String verb = envelope.event().path("event_key").asText().replace('_', ' ');
        if (account.isBlank() || envelope.id().isBlank()) return new Broken("a menu item without operator or id");
        return said(envelope.id(), account, single(account), new Inbound.Text(verb), moment(envelope));
    }

    /** Somebody opened the chat with the bot: greeted once, while nothing was ever said there, as if they had said nothing. */
    private Heard entered(FeishuEnvelope envelope) {
        JsonNode event = envelope.event();
        String account = event.path("operator_id").path("open_id").asText();
        if (account.isBlank() || envelope.id().isBlank()) return new Broken("a chat entered by nobody");
        chats.remember(event.path("chat_id").asText(), Chat.Kind.SINGLE);
        if (!event.path("last_message_id").asText().isBlank()) return new Nothing();
        return said(envelope.id(), account, single(account), new Inbound.Text(""), moment(envelope));
    }

    private Heard added(FeishuEnvelope envelope) {
        JsonNode event = envelope.event();
        String account = event.path("operator_id").path("open_id").asText();
        String chat = event.path("chat_id").asText();
        if (chat.isBlank() || envelope.id().isBlank()) return new Broken("added to no chat");
        chats.remember(chat, Chat.Kind.GROUP);
        Chat group = FeishuChats.named(chat, account, event.path("name").asText(), Chat.Kind.GROUP);
        return said(envelope.id(), account, group, new Inbound.Joined(), moment(envelope));
    }

    /** Somebody is no longer with the company. */
    private Heard resigned(FeishuEnvelope envelope) {
        String account = envelope.event().path("object").path("open_id").asText();
        if (account.isBlank() || envelope.id().isBlank()) return new Broken("a leaver without an account");
        return said(envelope.id(), account, single(account), new Inbound.Left(), moment(envelope));
    }

    private Heard left(FeishuEnvelope envelope) {
        String chat = envelope.event().path("chat_id").asText();
        chats.forget(chat);
        return new Left(chat);
    }

    private Instant moment(FeishuEnvelope envelope) {
        return FeishuEnvelope.moment(envelope.time(), clock.instant());
    }

    private static Chat single(String account) {
        return FeishuChats.named("", account, "", Chat.Kind.SINGLE);
    }

    private static Said said(String id, String account, Chat chat, Inbound.Said what, Instant at) {
        return new Said(new Inbound(FeishuPlatform.NAME, id, account, chat, what, at));
    }
}
