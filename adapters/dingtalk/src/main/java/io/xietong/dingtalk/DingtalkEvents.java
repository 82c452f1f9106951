package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.wire.BoundedJson;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads robot messages and card clicks, which look the same in Stream and in HTTP mode. Thread-safe. */
final class DingtalkEvents {

    private static final Logger log = LoggerFactory.getLogger(DingtalkEvents.class);
    private static final String GROUP = "2";

    private final Clock clock;

    DingtalkEvents(Clock clock) {
        this.clock = clock;
    }

    /**
     * A message to the robot. Empty when it says nothing to us: sent over quota and so without text, from outside the company,
     * or before the robot was published, when DingTalk does not say who speaks.
     */
    Optional<Inbound> message(JsonNode message) {
        String id = message.path("msgId").asText();
        String account = message.path("senderStaffId").asText();
        if (message.hasNonNull("errCode")) {
            log.warn(
                    "DingTalk withholds texts: code {}, the month's quota of pushes may be used up",
                    message.path("errCode").asText());
            return Optional.empty();
        }
        if (id.isBlank() || account.isBlank()) {
            log.info("a robot message without {}", id.isBlank() ? "id" : "the sender's staff id");
            return Optional.empty();
        }
        return Optional.of(new Inbound(
                DingtalkPlatform.NAME,
                id,
                account,
                chat(message, account),
                new Inbound.Text(text(message)),
                moment(message.path("createAt"))));
    }

    private static Chat chat(JsonNode message, String account) {
        return message.path("conversationType").asText().equals(GROUP)
                ? new Chat(
                        DingtalkPlatform.NAME,
                        message.path("conversationId").asText(),
                        Chat.Kind.GROUP,
                        message.path("conversationTitle").asText())
                : new Chat(DingtalkPlatform.NAME, account, Chat.Kind.SINGLE, "");
    }

    /** Text and rich text; of a voice message its transcript. Pictures and files say nothing. */
    private static String text(JsonNode message) {
        String said = switch (message.path("msgtype").asText()) {
            case "text" -> message.path("text").path("content").asText();
            case "richText" -> rich(message.path("content").path("richText"));
            case "audio" -> message.path("content").path("recognition").asText();
            default -> "";
        };
        return said.replace('\u00a0', ' ').strip();
    }

    private static String rich(JsonNode parts) {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : parts) text.append(part.path("text").asText());
        return text.toString();
    }

    /**
     * A press on a card. What it carries is what we put on the button; who pressed is DingTalk's word.
     *
     * @param event unique for this press
     */
    Optional<Inbound> press(JsonNode callback, String event) {
        String account = callback.path("userId").asText();
        JsonNode content = callback.path("content");
        JsonNode inner =
                content.isTextual() ? BoundedJson.object(content.asText()).orElse(BoundedJson.object()) : content;
        JsonNode params = inner.path("cardPrivateData").path("params");
        String phrase = params.path(DingtalkCards.PHRASE).asText();
        if (account.isBlank() || phrase.isBlank()) return Optional.empty();
        Map<String, String> form = new HashMap<>();
        params.properties().forEach(field -> {
            if (!DingtalkCards.OWN.contains(field.getKey()) && field.getValue().isValueNode())
                form.put(field.getKey(), field.getValue().asText());
        });
        String group = params.path(DingtalkCards.GROUP).asText();
        Chat chat = group.isBlank()
                ? new Chat(DingtalkPlatform.NAME, account, Chat.Kind.SINGLE, "")
                : new Chat(DingtalkPlatform.NAME, group, Chat.Kind.GROUP, "");
        Inbound.Press press = new Inbound.Press(
                phrase, version(params), form, callback.path("outTrackId").asText());
        return Optional.of(new Inbound(DingtalkPlatform.NAME, event, account, chat, press, clock.instant()));
    }

    private static long version(JsonNode params) {
        String text = params.path(DingtalkCards.VERSION).asText();
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private Instant moment(JsonNode millis) {
        return millis.canConvertToLong() && millis.asLong() > 0
                ? Instant.ofEpochMilli(millis.asLong())
                : clock.instant();
    }
}
