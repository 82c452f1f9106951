package io.xietong.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.text.Words;
import io.xietong.wire.BoundedJson;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands messages and clicks to the desk and words its answer for WeCom, whichever way they came. WeCom has no toast: where the
 * answer itself cannot say a sentence, it is sent to the one who pressed. Thread-safe.
 */
final class WecomReception {

    private static final Logger log = LoggerFactory.getLogger(WecomReception.class);

    private final WecomEvents events;
    private final WecomPlatform platform;
    private final Receiver receiver;
    private final Words words;

    WecomReception(WecomEvents events, WecomPlatform platform, Receiver receiver, Words words) {
        this.events = events;
        this.platform = platform;
        this.receiver = receiver;
        this.words = words;
    }

    /** What is answered to the bot's side: the command on its connection, and the body, which a callback answers alone. */
    record Reply(String command, ObjectNode body) {}

    /** @throws Receiver.Unavailable when a message could not be handled; never for a click, which never comes again */
    Optional<Reply> bot(JsonNode body) {
        if (WecomEvents.enters(body)) {
            ObjectNode welcome = BoundedJson.object().put("msgtype", "text");
            welcome.putObject("text").put("content", words.say("wecom.welcome"));
            return Optional.of(new Reply("aibot_respond_welcome_msg", welcome));
        }
        Optional<Inbound> heard = events.bot(body);
        if (heard.isEmpty()) return Optional.empty();
        Inbound inbound = heard.get();
        platform.mayReply(inbound.chat(), body.path("response_url"));
        Receiver.Answer answer = received(inbound);
        if (!(inbound.said() instanceof Inbound.Press press)) {
            return answer.toast()
                    .or(() -> elsewhere(inbound.chat()))
                    .map(text -> new Reply("aibot_respond_msg", spoken(text)));
        }
        answer.toast().ifPresent(text -> platform.whisper(inbound.account(), inbound.eventId(), text));
        return answer.refreshed().map(card -> {
            ObjectNode update = BoundedJson.object().put("response_type", "update_template_card");
            update.set("template_card", platform.replaced(card, inbound.chat(), press.message()));
            return new Reply("aibot_respond_update_msg", update);
        });
    }

    /** Somebody who speaks to the bot alone, while the application speaks to people, is told where the answer stands. */
    private Optional<String> elsewhere(Chat chat) {
        return platform.speaksByApplication(chat) ? Optional.of(words.say("wecom.see-app")) : Optional.empty();
    }

    /** The application's answer in XML, before it is encrypted; empty for none. */
    Optional<String> app(WecomXml xml) {
        if (WecomEvents.subscribes(xml)) return Optional.of(text(xml, words.say("wecom.welcome")));
        Optional<Inbound> heard = events.app(xml);
        if (heard.isEmpty()) return Optional.empty();
        Inbound inbound = heard.get();
        Receiver.Answer answer = received(inbound);
        if (!(inbound.said() instanceof Inbound.Press press))
            return answer.toast().map(toast -> text(xml, toast));
        answer.toast().ifPresent(toast -> platform.whisper(inbound.account(), inbound.eventId(), toast));
        return answer.refreshed()
                .map(card -> platform.replaced(card, inbound.chat(), press.message()))
                .map(card -> reply(xml, "update_template_card", WecomCardXml.of(card)));
    }

    private Receiver.Answer received(Inbound inbound) {
        try {
            return receiver.receive(inbound);
        } catch (RuntimeException e) {
            log.warn("event {} could not be handled: {}", inbound.eventId(), e.toString());
            if (inbound.said() instanceof Inbound.Press) return Receiver.Answer.refused(words.say("wecom.unavailable"));
            throw e instanceof Receiver.Unavailable known ? known : new Receiver.Unavailable(e.toString());
        }
    }

    /** A sentence under the message it answers; said and done at once. */
    static ObjectNode spoken(String text) {
        ObjectNode json = BoundedJson.object().put("msgtype", "stream");
        json.putObject("stream")
                .put("id", UUID.randomUUID().toString())
                .put("finish", true)
                .put("content", WecomEscape.speech(text));
        return json;
    }

    /** That a message had no effect, in words. */
    ObjectNode unavailable() {
        return spoken(words.say("wecom.unavailable"));
    }

    private static String text(WecomXml to, String text) {
        return reply(to, "text", "<Content>" + WecomXml.cdata(WecomEscape.plain(text)) + "</Content>");
    }

    private static String reply(WecomXml to, String kind, String content) {
        return "<xml><ToUserName>" + WecomXml.cdata(to.text("FromUserName")) + "</ToUserName><FromUserName>"
                + WecomXml.cdata(to.text("ToUserName")) + "</FromUserName><CreateTime>"
                + to.text("CreateTime").replaceAll("\\D", "") + "</CreateTime><MsgType>" + WecomXml.cdata(kind)
                + "</MsgType>" + content + "</xml>";
    }
}
