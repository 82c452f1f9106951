package io.xietong.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.chat.Receiver;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.Freshness;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.Webhook;
import java.util.Optional;

/**
 * The door for events and card callbacks. With an Encrypt Key every event must be signed, fresh and encrypted; without one the
 * Verification Token is all there is to check. Only Feishu's check of the address comes unsigned, and is answered only when it
 * holds our token. Thread-safe.
 */
final class FeishuInbound implements Webhook {

    private static final String CHALLENGE = "url_verification";

    private final FeishuSettings settings;
    private final FeishuSignature signature;
    private final FeishuCipher cipher;
    private final FeishuReception reception;

    FeishuInbound(FeishuSettings settings, FeishuReception reception, PlatformClock clock) {
        this.settings = settings;
        this.signature = new FeishuSignature(settings.encryptKey(), clock);
        this.cipher = new FeishuCipher(settings.encryptKey());
        this.reception = reception;
    }

    @Override
    public Reply answer(Call call) {
        if (!call.method().equals("POST")) return Reply.text(405, "");
        boolean signed = FeishuSignature.on(call);
        if (settings.encrypted() && signed && !signature.sound(call)) return Reply.REFUSED;
        boolean trusted = !settings.encrypted() || signed;
        Optional<JsonNode> body = open(call.body());
        if (body.isEmpty()) return trusted ? Reply.GARBAGE : Reply.REFUSED;
        if (body.get().path("type").asText().equals(CHALLENGE)) return challenge(body.get());
        return trusted ? event(body.get()) : Reply.REFUSED;
    }

    private Optional<JsonNode> open(byte[] body) {
        Optional<JsonNode> outer = BoundedJson.object(body);
        if (!settings.encrypted()) return outer;
        return outer.map(json -> json.path("encrypt").asText())
                .flatMap(cipher::open)
                .flatMap(BoundedJson::object);
    }

    private Reply challenge(JsonNode body) {
        if (!tokenFits(body.path("token").asText())) return Reply.REFUSED;
        return Reply.json(BoundedJson.object()
                .put("challenge", body.path("challenge").asText())
                .toString());
    }

    private Reply event(JsonNode body) {
        Optional<FeishuEnvelope> envelope = FeishuEnvelope.read(body);
        if (envelope.isEmpty()) return settings.encrypted() ? Reply.GARBAGE : Reply.REFUSED;
        if (!tokenFits(envelope.get().token()) || !envelope.get().appId().equals(settings.appId()))
            return Reply.REFUSED;
        try {
            return reception
                    .receive(envelope.get())
                    .map(json -> Reply.json(json.toString()))
                    .orElse(Reply.GARBAGE);
        } catch (Receiver.Unavailable e) {
            return Reply.UNAVAILABLE;
        }
    }

    /** Without an Encrypt Key an unset token lets nobody in. */
    private boolean tokenFits(String given) {
        String expected = settings.verificationToken();
        return expected.isBlank() ? settings.encrypted() : Freshness.same(expected, given);
    }
}
