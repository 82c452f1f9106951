package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.PlatformClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads robot messages and card clicks, which look the same in Stream and in HTTP mode. Thread-safe. */
final class DingtalkEvents {

    private static final Logger log = LoggerFactory.getLogger(DingtalkEvents.class);
    private static final String GROUP = "2";
    private static final Duration OLDEST = Duration.ofDays(1);

    private final String robot;
    private final Clock clock;

    /** @param robot the robot's code; messages to another one are none of ours */
    DingtalkEvents(String robot, Clock clock) {
        this.robot = robot;
        this.clock = clock;
    }

    /**
     * A message to the robot. Empty when it says nothing to us: it was sent over quota and so without text, it lacks its id or
     * its sender, or it was said to another robot.
     */
    Optional<Inbound> message(JsonNode message) {
        String id = message.path("msgId").asText();
        String account = account(message);
        if (message.hasNonNull("errCode")) {
            log.warn(
                    "DingTalk withholds texts: code {}, the month's quota of pushes may be used up",
                    message.path("errCode").asText());
            return Optional.empty();
        }
        if (!message.path("robotCode").asText(robot).equals(robot)) {
            log.warn("a message to another robot");
            return Optional.empty();
        }
        if (id.isBlank() || account.isBlank()) {
            log.info("a robot message without {}", id.isBlank() ? "id" : "sender");
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

    /**
     * The sender's staff id. People of other companies have none, and nobody has before the robot is published: they go by an id
     * that no list of people holds, so that they are told that they are not known.
     */
    private static String account(JsonNode message) {
        String staff = message.path("senderStaffId").asText();
        String company = message.path("chatbotCorpId").asText();
        boolean ours = company.isBlank()
                || message.path("senderCorpId").asText(company).equals(company);
        return !staff.isBlank() && ours ? staff : message.path("senderId").asText();
    }

    private static Chat chat(JsonNode message, String account) {
        return message.path("conversationType").asText().equals(GROUP)
                ? new Chat(
                        DingtalkPlatform.NAME,
                        message.path("conversationId").asText(),
                        Chat.Kind.GROUP,
                        message.path("conversationTitle").asText())
                : single(account);
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
        if (account.isBlank() || phrase.isBlank() || event.isBlank()) return Optional.empty();
        Map<String, String> form = new HashMap<>();
        params.properties().forEach(field -> {
            if (!DingtalkCards.OWN.contains(field.getKey()) && field.getValue().isValueNode())
                form.put(field.getKey(), field.getValue().asText());
        });
        Chat chat = place(callback, params.path(DingtalkCards.GROUP).asText(), account);
        Inbound.Press press = new Inbound.Press(
                phrase, version(params), form, callback.path("outTrackId").asText());
        return Optional.of(new Inbound(DingtalkPlatform.NAME, event, account, chat, press, clock.instant()));
    }

    /** DingTalk does not document where a press came from: the card says whether it stands in a group, DingTalk in which one. */
    private static Chat place(JsonNode callback, String group, String account) {
        if (group.isBlank()) return single(account);
        String space = callback.path("spaceId").asText();
        return new Chat(DingtalkPlatform.NAME, space.startsWith("cid") ? space : group, Chat.Kind.GROUP, "");
    }

    private static long version(JsonNode params) {
        String text = params.path(DingtalkCards.VERSION).asText();
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** When it was said, where the written time is believable; else now. */
    private Instant moment(JsonNode millis) {
        Instant now = clock.instant();
        if (!millis.canConvertToLong() || millis.asLong() <= 0) return now;
        Instant at = Instant.ofEpochMilli(millis.asLong());
        return at.isBefore(now.minus(OLDEST)) || at.isAfter(now.plus(PlatformClock.TOLERANCE)) ? now : at;
    }

    /**
     * Who left the organisation, one event for each.
     *
     * @param event the id of what was told
     */
    List<Inbound> leavers(JsonNode told, String event) {
        List<Inbound> leavers = new ArrayList<>();
        JsonNode named = told.path("userId").isMissingNode() ? told.path("UserId") : told.path("userId");
        Iterable<JsonNode> accounts = named.isArray() ? named : List.of(named);
        for (JsonNode account : accounts) {
            if (account.asText().isBlank()) continue;
            String who = account.asText();
            leavers.add(new Inbound(
                    DingtalkPlatform.NAME, event + "-" + who, who, single(who), new Inbound.Left(), clock.instant()));
        }
        return leavers;
    }

    private static Chat single(String account) {
        return new Chat(DingtalkPlatform.NAME, account, Chat.Kind.SINGLE, "");
    }
}
