package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.chat.Receiver;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.Webhook;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The doors of HTTP mode: robot messages at one address, card clicks at the other. Thread-safe. */
public final class DingtalkInbound {

    private final List<DingtalkSignature> signatures;
    private final DingtalkReception reception;

    DingtalkInbound(DingtalkSettings settings, DingtalkReception reception, PlatformClock clock) {
        this.signatures = settings.clientSecrets().stream()
                .map(secret -> new DingtalkSignature(secret, DingtalkCallbacks.secret(secret), clock))
                .toList();
        this.reception = reception;
    }

    /** {@code POST /dingtalk/robot}. Answers {@code empty}: what the bot has to say comes by itself. */
    public Webhook robot() {
        return Webhook.firstThatKnows(signatures.stream().map(this::robot).toList());
    }

    private Webhook robot(DingtalkSignature signature) {
        return call -> {
            if (!call.method().equals("POST")) return Webhook.Reply.text(405, "");
            if (!signature.robot(call)) return Webhook.Reply.REFUSED;
            Optional<JsonNode> body = BoundedJson.object(call.body());
            if (body.isEmpty()) return Webhook.Reply.GARBAGE;
            try {
                reception.message(body.get());
                return Webhook.Reply.json("{\"msgtype\":\"empty\"}");
            } catch (Receiver.Unavailable e) {
                return Webhook.Reply.UNAVAILABLE;
            }
        };
    }

    /** {@code POST /dingtalk/card}. A click has no id of its own: the same body at the same moment is the same click. */
    public Webhook card() {
        return Webhook.firstThatKnows(signatures.stream().map(this::card).toList());
    }

    private Webhook card(DingtalkSignature signature) {
        return call -> {
            if (!call.method().equals("POST")) return Webhook.Reply.text(405, "");
            if (!signature.card(call)) return Webhook.Reply.REFUSED;
            Optional<JsonNode> body = BoundedJson.object(call.body());
            if (body.isEmpty()) return Webhook.Reply.GARBAGE;
            String moment = call.header("x-ddpaas-signature-timestamp").orElseThrow();
            return reception
                    .press(body.get(), click(moment, call.body()))
                    .map(json -> Webhook.Reply.json(json.toString()))
                    .orElse(Webhook.Reply.GARBAGE);
        };
    }

    private static String click(String moment, byte[] body) {
        String whole = moment + new String(body, StandardCharsets.UTF_8);
        return "click-" + UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    }
}
