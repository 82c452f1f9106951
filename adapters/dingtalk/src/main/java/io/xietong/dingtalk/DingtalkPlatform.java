package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Capability;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.wire.BoundedJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends and updates messages in DingTalk. A card is known by its {@code outTrackId}, which is the delivery's key, so that sending
 * it again is no second card. When cards are refused altogether, the same is sent as markdown whose links say the commands.
 * Thread-safe.
 */
public final class DingtalkPlatform implements ChatPlatform {

    /** The platform's name in accounts, tables and configuration. */
    public static final String NAME = "dingtalk";

    private static final Logger log = LoggerFactory.getLogger(DingtalkPlatform.class);
    private static final String CARDS = "/v1.0/card/instances";
    /** How long a card can be updated is not documented; a month is what public bots report. */
    private static final Duration LIFETIME = Duration.ofDays(30);

    private static final String WITHOUT_CARD = "text-";
    private static final int LONGEST_TEXT = 4_000;

    private final DingtalkSettings settings;
    private final DingtalkApi api;
    private final DingtalkCards cards;
    private final boolean stream;

    /** @param stream whether clicks come over the long connection; else to the address that is registered */
    DingtalkPlatform(DingtalkSettings settings, DingtalkApi api, DingtalkCards cards, boolean stream) {
        this.settings = settings;
        this.api = api;
        this.cards = cards;
        this.stream = stream;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Capability> can() {
        EnumSet<Capability> can = EnumSet.of(Capability.UPDATE_CARD, Capability.URGENT_REMINDER);
        if (!settings.groupTemplateId().isBlank()) can.add(Capability.CREATE_GROUP);
        return can;
    }

    @Override
    public Duration cardLifetime() {
        return LIFETIME;
    }

    /** 20 calls a second of one API, which is the standard edition's limit. */
    @Override
    public List<Rate> rates() {
        return List.of(new Rate(Rate.Scope.PLATFORM, 20, Duration.ofSeconds(1)));
    }

    @Override
    public Receipt send(Delivery delivery) {
        try {
            Sent sent = delivery.content() instanceof DrawnCard drawn
                    ? card(delivery, drawn.card())
                    : text(delivery.chat(), ((PlainText) delivery.content()).text());
            if (delivery.urgent() && !delivery.chat().isGroup()) ding(delivery);
            return sent;
        } catch (DingtalkFault e) {
            return e.receipt();
        }
    }

    private Sent card(Delivery delivery, Card card) {
        DingtalkCards.Drawn drawn = cards.draw(card, delivery.chat());
        try {
            deliver(delivery, drawn);
            return new Sent(delivery.key());
        } catch (DingtalkFault e) {
            if (e.code().equals("param.cardAlreadyExist")) return new Sent(delivery.key());
            if (!DingtalkCodes.cardRefused(e.code())) throw e;
            log.warn("cards are refused, a message takes this one's place: {}", e.getMessage());
            return markdown(delivery.chat(), drawn);
        }
    }

    private void deliver(Delivery delivery, DingtalkCards.Drawn drawn) {
        Chat chat = delivery.chat();
        ObjectNode body = BoundedJson.object()
                .put("cardTemplateId", settings.cardTemplateId())
                .put("outTrackId", delivery.key())
                .put("callbackType", stream ? "STREAM" : "HTTP")
                .put("userIdType", 1);
        if (!stream) body.put("callbackRouteKey", settings.clientId());
        body.putObject("cardData").set("cardParamMap", drawn.parameters());
        if (chat.isGroup()) {
            body.put("openSpaceId", "dtv1.card//IM_GROUP." + chat.id());
            body.putObject("imGroupOpenSpaceModel")
                    .put("supportForward", false)
                    .putObject("lastMessageI18n")
                    .put("ZH_CN", drawn.title());
            body.putObject("imGroupOpenDeliverModel").put("robotCode", settings.robotCode());
        } else {
            body.put("openSpaceId", "dtv1.card//IM_ROBOT." + chat.id());
            body.putObject("imRobotOpenSpaceModel")
                    .put("supportForward", false)
                    .putObject("lastMessageI18n")
                    .put("ZH_CN", drawn.title());
            body.putObject("imRobotOpenDeliverModel")
                    .put("spaceType", "IM_ROBOT")
                    .put("robotCode", settings.robotCode());
        }
        JsonNode result = api.call("POST", CARDS + "/createAndDeliver", body).path("result");
        for (JsonNode place : result.path("deliverResults")) {
            if (!place.path("success").asBoolean())
                throw refused(place.path("errorMsg").asText());
        }
    }

    /** Taken, and yet not delivered. */
    private static DingtalkFault refused(String why) {
        String code = why.isBlank() ? "not delivered" : why.replaceAll("\\s+", " ");
        return new DingtalkFault(code, DingtalkCodes.kind(code, 200), "not delivered: " + code, Optional.empty());
    }

    /** A long text goes out in several messages; the receipt names the first. */
    private Sent text(Chat chat, String text) {
        List<String> sent = new ArrayList<>();
        for (String piece : pieces(text)) {
            ObjectNode content = BoundedJson.object().put("content", DingtalkEscape.plain(piece));
            sent.add(message(chat, "sampleText", content));
        }
        return new Sent(WITHOUT_CARD + sent.get(0));
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (text.length() - from > LONGEST_TEXT) {
            int to = from + LONGEST_TEXT;
            if (Character.isHighSurrogate(text.charAt(to - 1))) to--;
            pieces.add(text.substring(from, to));
            from = to;
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    /** The card as a message: a link for each button puts its phrase into the chat as if the reader had typed it. */
    private Sent markdown(Chat chat, DingtalkCards.Drawn drawn) {
        StringBuilder text = new StringBuilder("### " + drawn.title() + "\n\n" + drawn.markdown());
        for (JsonNode button : drawn.buttons()) {
            String phrase = button.path("params").path(DingtalkCards.PHRASE).asText();
            text.append("\n\n[")
                    .append(button.path("text").asText())
                    .append("](dtmd://dingtalkclient/sendMessage?content=")
                    .append(URLEncoder.encode(phrase, StandardCharsets.UTF_8).replace("+", "%20"))
                    .append(")");
        }
        ObjectNode content = BoundedJson.object().put("title", drawn.title()).put("text", text.toString());
        return new Sent(WITHOUT_CARD + message(chat, "sampleMarkdown", content));
    }

    private String message(Chat chat, String kind, ObjectNode content) {
        ObjectNode body = BoundedJson.object()
                .put("robotCode", settings.robotCode())
                .put("msgKey", kind)
                .put("msgParam", content.toString());
        if (chat.isGroup()) {
            body.put("openConversationId", chat.id());
            return api.call("POST", "/v1.0/robot/groupMessages/send", body)
                    .path("processQueryKey")
                    .asText();
        }
        body.putArray("userIds").add(chat.id());
        JsonNode answer = api.call("POST", "/v1.0/robot/oToMessages/batchSend", body);
        if (lists(answer.path("invalidStaffIdList"), chat.id())) throw refused("robot.oto.notExist");
        if (lists(answer.path("flowControlledStaffIdList"), chat.id())) throw refused("send.too.fast");
        return answer.path("processQueryKey").asText();
    }

    private static boolean lists(JsonNode list, String account) {
        for (JsonNode one : list) if (one.asText().equals(account)) return true;
        return false;
    }

    /** Whoever cannot be reminded has the message all the same. */
    private void ding(Delivery delivery) {
        String text = delivery.content() instanceof DrawnCard drawn
                ? drawn.card().title()
                : ((PlainText) delivery.content()).text();
        ObjectNode body = BoundedJson.object()
                .put("robotCode", settings.robotCode())
                .put("remindType", 1)
                .put("content", DingtalkEscape.plain(text));
        ArrayNode readers = body.putArray("receiverUserIdList");
        readers.add(delivery.chat().id());
        try {
            api.call("POST", "/v1.0/robot/ding/send", body);
        } catch (DingtalkFault e) {
            log.warn("sent without the urgent reminder: {}", e.getMessage());
        }
    }

    @Override
    public Receipt update(String messageId, Delivery delivery) {
        if (messageId.startsWith(WITHOUT_CARD)) {
            return new NotSent(NotSent.Kind.CARD_EXPIRED, "a message cannot be changed", Optional.empty());
        }
        Card card = delivery.content() instanceof DrawnCard drawn
                ? drawn.card()
                : Card.titled("", Tone.NEUTRAL)
                        .line(((PlainText) delivery.content()).text())
                        .build();
        ObjectNode body = BoundedJson.object().put("outTrackId", messageId).put("userIdType", 1);
        body.putObject("cardData")
                .set("cardParamMap", cards.draw(card, delivery.chat()).parameters());
        body.putObject("cardUpdateOptions").put("updateCardDataByKey", true);
        try {
            api.call("PUT", CARDS, body);
            return new Sent(messageId);
        } catch (DingtalkFault e) {
            return e.receipt();
        }
    }
}
