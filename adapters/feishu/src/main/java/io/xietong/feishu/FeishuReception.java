package io.xietong.feishu;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import io.xietong.wire.BoundedJson;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to the desk and words its answer for Feishu, whichever way they came. Thread-safe. */
final class FeishuReception {

    private static final Logger log = LoggerFactory.getLogger(FeishuReception.class);

    private final FeishuEvents events;
    private final FeishuCards cards;
    private final Receiver receiver;
    private final Words words;

    FeishuReception(FeishuEvents events, FeishuCards cards, Receiver receiver, Words words) {
        this.events = events;
        this.cards = cards;
        this.receiver = receiver;
        this.words = words;
    }

    /**
     * The JSON to answer with; empty when the event is broken. It is never an empty body: some clients show an error for one.
     *
     * @throws Receiver.Unavailable when the event may come again later; never for a click, which never comes again
     */
    Optional<ObjectNode> receive(FeishuEnvelope envelope) {
        FeishuEvents.Heard heard = events.read(envelope);
        if (heard instanceof FeishuEvents.Said said) return Optional.of(handIn(said.inbound()));
        if (heard instanceof FeishuEvents.Broken broken) {
            log.warn("a broken event from Feishu: {}", broken.what());
            return Optional.empty();
        }
        if (heard instanceof FeishuEvents.Left left) log.info("the bot is no longer in chat {}", left.chat());
        return Optional.of(BoundedJson.object());
    }

    private ObjectNode handIn(Inbound inbound) {
        boolean click = inbound.said() instanceof Inbound.Press;
        try {
            Receiver.Answer answer = receiver.receive(inbound);
            return click ? answer(answer) : BoundedJson.object();
        } catch (RuntimeException e) {
            log.warn("event {} could not be handled: {}", inbound.eventId(), e.toString());
            if (click) return unavailable();
            throw e instanceof Receiver.Unavailable known ? known : new Receiver.Unavailable(e.toString());
        }
    }

    private ObjectNode answer(Receiver.Answer answer) {
        ObjectNode json = BoundedJson.object();
        answer.toast()
                .ifPresent(text -> json.putObject("toast")
                        .put("type", answer.done() ? "success" : "warning")
                        .put("content", text));
        answer.refreshed()
                .ifPresent(card -> json.putObject("card").put("type", "raw").set("data", cards.draw(card)));
        return json;
    }

    private ObjectNode unavailable() {
        String key = "feishu.unavailable";
        ObjectNode json = BoundedJson.object();
        ObjectNode toast = json.putObject("toast").put("type", "error").put("content", words.say(key));
        toast.putObject("i18n")
                .put("zh_cn", Words.in(Language.CHINESE, words.zone()).say(key))
                .put("en_us", Words.in(Language.ENGLISH, words.zone()).say(key));
        return json;
    }
}
