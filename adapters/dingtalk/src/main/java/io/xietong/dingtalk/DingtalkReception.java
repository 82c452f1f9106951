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
    private final Receiver receiver;
    private final Words words;

    DingtalkReception(DingtalkEvents events, DingtalkCards cards, Receiver receiver, Words words) {
        this.events = events;
        this.cards = cards;
        this.receiver = receiver;
        this.words = words;
    }

    /** @throws Receiver.Unavailable when it could not be handled and should come again */
    void message(JsonNode message) {
        events.message(message).ifPresent(inbound -> {
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
     * A click never comes again, so it is always answered: with the card as it is now for everybody, and what happened under it
     * for the one who pressed. Empty when it was none of ours.
     */
    Optional<ObjectNode> press(JsonNode callback, String event) {
        return events.press(callback, event).map(inbound -> {
            try {
                return answer(receiver.receive(inbound), inbound);
            } catch (RuntimeException e) {
                log.warn("click {} could not be handled: {}", event, e.toString());
                return tip(BoundedJson.object(), words.say("dingtalk.unavailable"));
            }
        });
    }

    private ObjectNode answer(Receiver.Answer answer, Inbound inbound) {
        ObjectNode json = BoundedJson.object();
        answer.refreshed()
                .ifPresent(card -> json.putObject("cardData")
                        .set("cardParamMap", cards.draw(card, inbound.chat()).parameters()));
        answer.toast().ifPresent(toast -> tip(json, toast));
        if (!json.isEmpty()) {
            json.putObject("cardUpdateOptions").put("updateCardDataByKey", true).put("updatePrivateDataByKey", true);
        }
        return json;
    }

    private static ObjectNode tip(ObjectNode json, String text) {
        json.putObject("userPrivateData").putObject("cardParamMap").put("tips", text);
        return json;
    }
}
