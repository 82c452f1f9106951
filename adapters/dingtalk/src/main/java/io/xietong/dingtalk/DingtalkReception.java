package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.text.Words;
import io.xietong.wire.BoundedJson;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands messages and clicks to the desk and words its answer for DingTalk, whichever way they came. Thread-safe. */
final class DingtalkReception {

    private static final Logger log = LoggerFactory.getLogger(DingtalkReception.class);

    private final DingtalkEvents events;
    private final DingtalkCards cards;
    private final Optional<DingtalkSessions> sessions;
    private final DingtalkTips tips;
    private final Receiver receiver;
    private final Words words;

    /** @param sessions where messages come over a way that vouches for all of them; not where only a time stamp is signed */
    DingtalkReception(
            DingtalkEvents events,
            DingtalkCards cards,
            Optional<DingtalkSessions> sessions,
            DingtalkTips tips,
            Receiver receiver,
            Words words) {
        this.events = events;
        this.cards = cards;
        this.sessions = sessions;
        this.tips = tips;
        this.receiver = receiver;
        this.words = words;
    }

    /** @throws Receiver.Unavailable when it could not be handled and should come again */
    void message(JsonNode message) {
        events.message(message).ifPresent(inbound -> {
            sessions.ifPresent(known -> known.remember(inbound.chat(), message));
            try {
                receiver.receive(inbound);
            } catch (Receiver.Unavailable e) {
                throw e;
            } catch (RuntimeException e) {
                log.warn("message {} could not be handled: {}", inbound.eventId(), e.toString());
                throw new Receiver.Unavailable(e.toString());
            }
        });
    }

    /**
     * Something happened in the organisation. Who left loses all rights at once; the rest is seen by {@code sync}.
     *
     * @param event the id of what was told
     * @throws Receiver.Unavailable when it could not be kept and should come again
     */
    void organisation(String type, JsonNode told, String event) {
        DingtalkOrganisationEvents.heard(type, told);
        if (type.equals("user_leave_org")) events.leavers(told, event).forEach(receiver::receive);
    }

    /**
     * A click never comes again, so it is always answered: with the card as it is now for everybody, and what happened under it
     * for the one who pressed. Empty when it was none of ours.
     */
    Optional<ObjectNode> press(JsonNode callback, String event) {
        return events.press(callback, event).map(inbound -> {
            try {
                return answer(
                        receiver.receive(inbound),
                        inbound,
                        callback.path("outTrackId").asText());
            } catch (RuntimeException e) {
                log.warn("click {} could not be handled: {}", event, e.toString());
                return busy();
            }
        });
    }

    /** What a click is answered with that could not be handled now. */
    ObjectNode busy() {
        return tip(BoundedJson.object(), words.say("dingtalk.unavailable"));
    }

    /** An earlier word to the one who pressed goes away with the new answer. */
    private ObjectNode answer(Receiver.Answer answer, Inbound inbound, String card) {
        ObjectNode json = BoundedJson.object();
        answer.refreshed()
                .ifPresent(now -> json.putObject("cardData")
                        .set("cardParamMap", cards.draw(now, inbound.chat()).parameters()));
        answer.toast().ifPresent(toast -> tips.told(card, inbound.account()));
        return json.isEmpty() && answer.toast().isEmpty()
                ? json
                : tip(json, answer.toast().orElse(""));
    }

    private static ObjectNode tip(ObjectNode json, String text) {
        json.putObject("userPrivateData").putObject("cardParamMap").put("tips", text);
        json.putObject("cardUpdateOptions").put("updateCardDataByKey", true).put("updatePrivateDataByKey", true);
        return json;
    }
}
