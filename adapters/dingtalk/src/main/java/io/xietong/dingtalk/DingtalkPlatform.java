package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.card.Card;
import io.xietong.core.card.Part;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Capability;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatCalendar;
import io.xietong.core.chat.ChatGroups;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.wire.BoundedJson;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends and updates messages in DingTalk. A card is known by its {@code outTrackId}, which is the delivery's key, so that sending
 * it again is no second card. When cards are refused, the same is sent as a message whose buttons say the commands. Thread-safe.
 */
public final class DingtalkPlatform implements ChatPlatform {

    /** The platform's name in accounts, tables and configuration. */
    public static final String NAME = "dingtalk";

    private static final Logger log = LoggerFactory.getLogger(DingtalkPlatform.class);
    private static final String CARDS = "/v1.0/card/instances";

    /**
     * DingTalk documents no end of a card's life, and one that is gone is noticed by its update, so this only guards against
     * presses that vanish: as long as Feishu's cards live, which few items outlast, since each new card costs calls of the quota.
     */
    private static final Duration LIFETIME = Duration.ofDays(14);

    private static final String WITHOUT_CARD = "text-";
    private static final int REMEMBERED = 1_000;
    private static final int TITLE = 20;

    private final DingtalkSettings settings;
    private final DingtalkApi api;
    private final DingtalkCards cards;
    private final DingtalkMessages messages;
    private final DingtalkTips tips;
    private final ChatGroups groups;
    private final ChatCalendar calendar;
    private final boolean stream;
    private final Map<String, Boolean> undelivered = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** @param stream whether clicks come over the long connection; else to the address that is registered */
    DingtalkPlatform(
            DingtalkSettings settings,
            DingtalkApi api,
            DingtalkCards cards,
            DingtalkMessages messages,
            DingtalkTips tips,
            ChatGroups groups,
            ChatCalendar calendar,
            boolean stream) {
        this.settings = settings;
        this.api = api;
        this.cards = cards;
        this.messages = messages;
        this.tips = tips;
        this.groups = groups;
        this.calendar = calendar;
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

    /** Groups are made from a template. */
    @Override
    public Optional<ChatGroups> groups() {
        return settings.groupTemplateId().isBlank() ? Optional.empty() : Optional.of(groups);
    }

    @Override
    public Optional<ChatCalendar> calendar() {
        return Optional.of(calendar);
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
                    : text(delivery, ((PlainText) delivery.content()).text());
            if (delivery.urgent() && !delivery.chat().isGroup())
                messages.ding(delivery.chat(), summary(delivery.content()));
            return sent;
        } catch (DingtalkFault e) {
            return e.receipt();
        }
    }

    private Sent text(Delivery delivery, String text) {
        return new Sent(WITHOUT_CARD + messages.text(delivery.key(), delivery.chat(), text));
    }

    /** What a reminder says: the title of a card and the first line below it. */
    private static String summary(Content content) {
        if (content instanceof PlainText plain) return plain.text();
        Card card = ((DrawnCard) content).card();
        return card.parts().stream()
                .filter(Part.Line.class::isInstance)
                .map(part -> card.title() + "\n" + ((Part.Line) part).text())
                .findFirst()
                .orElse(card.title());
    }

    private Sent card(Delivery delivery, Card card) {
        DingtalkCards.Drawn drawn = cards.draw(card, delivery.chat());
        try {
            deliver(delivery, drawn);
            return new Sent(delivery.key());
        } catch (DingtalkFault e) {
            if (e.code().equals("param.cardAlreadyExist")) return new Sent(delivery.key());
            if (!DingtalkCodes.cardRefused(e.code())) throw e;
            log.warn("the card is refused, a message takes its place: {}", e.getMessage());
            return new Sent(WITHOUT_CARD + messages.instead(delivery.chat(), drawn));
        }
    }

    /** A card that was made but reached nobody is only delivered the next time: making it again would say that it is there. */
    private void deliver(Delivery delivery, DingtalkCards.Drawn drawn) {
        boolean made = undelivered.containsKey(delivery.key());
        ObjectNode body = made ? BoundedJson.object() : created(drawn);
        body.put("outTrackId", delivery.key()).put("userIdType", 1);
        place(body, delivery.chat(), drawn.title());
        JsonNode answer = api.call("POST", CARDS + (made ? "/deliver" : "/createAndDeliver"), body);
        JsonNode places = made && answer.path("result").isArray()
                ? answer.path("result")
                : answer.path("result").path("deliverResults");
        for (JsonNode place : places) {
            if (place.path("success").asBoolean()) continue;
            undelivered.put(delivery.key(), true);
            throw DingtalkFault.inside(place.path("errorMsg").asText());
        }
        if (!answer.path("success").asBoolean(true)) throw DingtalkFault.tryAgain("no success, and no reason");
        undelivered.remove(delivery.key());
    }

    private ObjectNode created(DingtalkCards.Drawn drawn) {
        ObjectNode body = BoundedJson.object()
                .put("cardTemplateId", settings.cardTemplateId())
                .put("callbackType", stream ? "STREAM" : "HTTP");
        if (!stream) body.put("callbackRouteKey", DingtalkCallbacks.route(settings));
        body.putObject("cardData").set("cardParamMap", drawn.parameters());
        return body;
    }

    private void place(ObjectNode body, Chat chat, String title) {
        String kind = chat.isGroup() ? "imGroup" : "imRobot";
        String space = chat.isGroup() ? "IM_GROUP" : "IM_ROBOT";
        body.put("openSpaceId", "dtv1.card//" + space + "." + chat.id());
        body.putObject(kind + "OpenSpaceModel")
                .put("supportForward", false)
                .putObject("lastMessageI18n")
                .put("ZH_CN", title);
        ObjectNode deliver = body.putObject(kind + "OpenDeliverModel").put("robotCode", settings.robotCode());
        if (!chat.isGroup()) deliver.put("spaceType", space);
    }

    @Override
    public Receipt update(String messageId, Delivery delivery) {
        if (messageId.startsWith(WITHOUT_CARD)) return expired("a message cannot be changed");
        ObjectNode body = BoundedJson.object().put("outTrackId", messageId).put("userIdType", 1);
        body.putObject("cardData")
                .set(
                        "cardParamMap",
                        cards.draw(card(delivery.content()), delivery.chat()).parameters());
        Set<String> told = new HashSet<>(tips.take(messageId));
        if (!delivery.chat().isGroup()) told.add(delivery.chat().id());
        ObjectNode own = body.putObject("privateData");
        told.forEach(reader -> own.putObject(reader).putObject("cardParamMap").put("tips", ""));
        body.putObject("cardUpdateOptions").put("updateCardDataByKey", true).put("updatePrivateDataByKey", true);
        try {
            api.call("PUT", CARDS, body);
            return new Sent(messageId);
        } catch (DingtalkFault e) {
            told.forEach(reader -> tips.told(messageId, reader));
            return DingtalkCodes.cardRefused(e.code()) ? expired(e.getMessage()) : e.receipt();
        }
    }

    private static Card card(Content content) {
        if (content instanceof DrawnCard drawn) return drawn.card();
        String text = ((PlainText) content).text();
        return Card.titled(DingtalkEscape.start(text, TITLE), Tone.NEUTRAL)
                .line(text)
                .build();
    }

    private static NotSent expired(String why) {
        return new NotSent(NotSent.Kind.CARD_EXPIRED, why, Optional.empty());
    }
}
