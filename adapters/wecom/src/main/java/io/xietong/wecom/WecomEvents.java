package io.xietong.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads messages and clicks: XML that comes to the application (wecom.md 1.4), JSON that comes to the bot, the same by callback and
 * by connection (2.1, 2.2). Who speaks is WeCom's word; of what a button carries, only the phrase, the version and
 * the fields of a form are taken.
 * Thread-safe.
 */
final class WecomEvents {

    private static final Logger log = LoggerFactory.getLogger(WecomEvents.class);

    /** Seconds that are no time stamp any more. */
    private static final long FAR = 100_000_000_000L;

    private final WecomSpoken spoken;
    private final Clock clock;

    /** @param name of the bot, by which it is mentioned */
    WecomEvents(String name, Clock clock) {
        this.spoken = new WecomSpoken(name);
        this.clock = clock;
    }

    /** What came to the application; empty when it says nothing to us. */
    Optional<Inbound> app(WecomXml xml) {
        String account = xml.text("FromUserName");
        String event = xml.text("Event");
        if (account.isEmpty()) {
            log.info("a callback without a sender");
            return Optional.empty();
        }
        return switch (xml.text("MsgType")) {
            case "text" -> said(xml.text("MsgId"), account, xml.path("Content").text(), xml);
            case "voice" -> said(xml.text("MsgId"), account, xml.text("Recognition"), xml);
            case "event" ->
                switch (event) {
                    case "click" -> said(id(xml), account, xml.text("EventKey"), xml);
                    case "template_card_event" ->
                        press(xml.text("EventKey"), selected(xml), WecomIds.appCard(xml.text("TaskId"), ""))
                                .map(press -> inbound(id(xml), account, single(account), press, moment(xml)));
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    /** Whether somebody has just begun to use the application. */
    static boolean subscribes(WecomXml xml) {
        return xml.text("Event").equals("subscribe");
    }

    private Optional<Inbound> said(String id, String account, String text, WecomXml xml) {
        if (id.isEmpty() || text.isBlank()) return Optional.empty();
        Inbound.Text said = new Inbound.Text(text.replace('\u00a0', ' ').strip());
        return Optional.of(inbound(id, account, single(account), said, moment(xml)));
    }

    /** Events have no id: the same event at the same second with the same codes is the same one. */
    private static String id(WecomXml xml) {
        StringBuilder whole = new StringBuilder();
        for (String name : new String[] {"FromUserName", "CreateTime", "Event", "EventKey", "TaskId", "ResponseCode"}) {
            whole.append(xml.text(name)).append('\n');
        }
        return "event-" + UUID.nameUUIDFromBytes(whole.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Instant moment(WecomXml xml) {
        String seconds = xml.text("CreateTime");
        return seconds.matches("\\d{1,11}") ? moment(Long.parseLong(seconds)) : clock.instant();
    }

    private Instant moment(long seconds) {
        return seconds > 0 && seconds < FAR ? Instant.ofEpochSecond(seconds) : clock.instant();
    }

    private static Map<String, String> selected(WecomXml xml) {
        Map<String, String> form = new HashMap<>();
        for (WecomXml item : xml.path("SelectedItems").all("SelectedItem")) {
            String option = item.path("OptionIds").text("OptionId");
            if (!option.isEmpty()) form.put(item.text("QuestionKey"), option);
        }
        return form;
    }

    /** What came to the bot; empty when it says nothing to us. */
    Optional<Inbound> bot(JsonNode body) {
        String id = body.path("msgid").asText();
        String account = body.path("from").path("userid").asText();
        if (id.isBlank() || account.isBlank()) {
            log.info("a message to the bot without {}", id.isBlank() ? "id" : "sender");
            return Optional.empty();
        }
        Chat chat = chat(body, account);
        Instant at = moment(body.path("create_time").asLong());
        if (body.path("msgtype").asText().equals("event")) {
            JsonNode click = body.path("event").path("template_card_event");
            String key = either(click, "event_key", "eventkey");
            String message = WecomIds.botCard(either(click, "task_id", "taskid"));
            return press(key, selected(click), message).map(press -> inbound(id, account, chat, press, at));
        }
        String text = spoken.read(body, chat.isGroup());
        if (text.isEmpty() && !chat.isGroup()) return Optional.empty();
        return Optional.of(inbound(id, account, chat, new Inbound.Text(text), at));
    }

    /** Whether somebody opens the chat with the bot for the first time today. */
    static boolean enters(JsonNode body) {
        return body.path("event").path("eventtype").asText().equals("enter_chat");
    }

    private static String either(JsonNode json, String name, String other) {
        return json.path(name).asText(json.path(other).asText());
    }

    private static Map<String, String> selected(JsonNode click) {
        Map<String, String> form = new HashMap<>();
        for (JsonNode item : click.path("selected_items").path("selected_item")) {
            JsonNode option = item.path("option_ids").path("option_id");
            String value = option.isArray() ? option.path(0).asText() : option.asText();
            if (!value.isEmpty()) form.put(item.path("question_key").asText(), value);
        }
        return form;
    }

    private static Optional<Inbound.Press> press(String key, Map<String, String> form, String message) {
        return WecomKey.read(key).map(carried -> {
            Map<String, String> fields = new HashMap<>(carried.form());
            fields.putAll(form);
            return new Inbound.Press(carried.phrase(), carried.version(), fields, message);
        });
    }

    private static Chat chat(JsonNode body, String account) {
        String group = body.path("chatid").asText();
        return body.path("chattype").asText().equals("group") && !group.isBlank()
                ? new Chat(WecomPlatform.NAME, group, Chat.Kind.GROUP, "")
                : single(account);
    }

    static Chat single(String account) {
        return new Chat(WecomPlatform.NAME, account, Chat.Kind.SINGLE, "");
    }

    private static Inbound inbound(String id, String account, Chat chat, Inbound.Said said, Instant at) {
        return new Inbound(WecomPlatform.NAME, id, account, chat, said, at);
    }
}
