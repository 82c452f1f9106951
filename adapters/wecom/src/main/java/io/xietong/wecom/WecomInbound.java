package io.xietong.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.Receiver;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.Webhook;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The two doors: XML for the application, JSON for the bot. Both answer WeCom's question whether the address is ours, and refuse
 * everything while their token or key is not configured. Thread-safe.
 */
public final class WecomInbound {

    private static final Webhook.Reply NOTHING = Webhook.Reply.text(200, "");

    private final WecomSettings settings;
    private final WecomReception reception;
    private final PlatformClock clock;

    WecomInbound(WecomSettings settings, WecomReception reception, PlatformClock clock) {
        this.settings = settings;
        this.reception = reception;
        this.clock = clock;
    }

    private Webhook door(
            List<WecomSettings.Callback> callbacks, String meantFor, Function<WecomEnvelope, Webhook> inside) {
        return Webhook.firstThatKnows(callbacks.stream()
                .map(secrets -> new WecomEnvelope(secrets.token(), secrets.aesKey(), meantFor, clock))
                .map(inside)
                .toList());
    }

    /** {@code GET} and {@code POST /wecom/app}. WeCom brings a message up to three times when it gets no 200 within 5 s. */
    public Webhook app() {
        return door(settings.app().callbacks(), settings.corpId(), app -> call -> switch (call.method()) {
            case "GET" -> app.echo(call);
            case "POST" -> appCalled(app, call);
            default -> Webhook.Reply.text(405, "");
        });
    }

    private Webhook.Reply appCalled(WecomEnvelope app, Webhook.Call call) {
        String encrypted =
                WecomXml.read(call.body()).map(xml -> xml.text("Encrypt")).orElse("");
        Optional<String> plain = app.open(call, encrypted);
        if (plain.isEmpty()) return Webhook.Reply.REFUSED;
        Optional<WecomXml> message = WecomXml.read(plain.get());
        if (message.isEmpty()) return Webhook.Reply.GARBAGE;
        try {
            return reception
                    .app(message.get())
                    .map(answer -> sealedXml(app.seal(call, answer)))
                    .orElse(NOTHING);
        } catch (Receiver.Unavailable e) {
            return Webhook.Reply.UNAVAILABLE;
        }
    }

    private static Webhook.Reply sealedXml(WecomEnvelope.Sealed sealed) {
        String xml = "<xml><Encrypt>" + WecomXml.cdata(sealed.encrypted()) + "</Encrypt><MsgSignature>"
                + WecomXml.cdata(sealed.signature()) + "</MsgSignature><TimeStamp>" + sealed.timestamp()
                + "</TimeStamp><Nonce>" + WecomXml.cdata(sealed.nonce()) + "</Nonce></xml>";
        return new Webhook.Reply(200, "application/xml; charset=utf-8", xml.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code GET} and {@code POST /wecom/bot}. A click comes once and is dropped after 5 s. */
    public Webhook bot() {
        return door(settings.bot().callbacks(), "", bot -> call -> switch (call.method()) {
            case "GET" -> bot.echo(call);
            case "POST" -> botCalled(bot, call);
            default -> Webhook.Reply.text(405, "");
        });
    }

    private Webhook.Reply botCalled(WecomEnvelope bot, Webhook.Call call) {
        JsonNode outer = BoundedJson.object(call.body()).orElseGet(BoundedJson::object);
        Optional<String> plain = bot.open(
                call, outer.path("encrypt").asText(outer.path("Encrypt").asText()));
        if (plain.isEmpty()) return Webhook.Reply.REFUSED;
        Optional<JsonNode> body = BoundedJson.object(plain.get());
        if (body.isEmpty()) return Webhook.Reply.GARBAGE;
        String meant = body.get().path("aibotid").asText();
        if (!meant.isEmpty() && !meant.equals(settings.bot().id())) return Webhook.Reply.REFUSED;
        try {
            return reception
                    .bot(body.get())
                    .map(reply -> sealedJson(bot.seal(call, reply.body().toString())))
                    .orElse(NOTHING);
        } catch (Receiver.Unavailable e) {
            return Webhook.Reply.UNAVAILABLE;
        }
    }

    private static Webhook.Reply sealedJson(WecomEnvelope.Sealed sealed) {
        ObjectNode json = BoundedJson.object()
                .put("encrypt", sealed.encrypted())
                .put("msgsignature", sealed.signature())
                .put("timestamp", Long.parseLong(sealed.timestamp()))
                .put("nonce", sealed.nonce());
        return Webhook.Reply.json(json.toString());
    }
}
