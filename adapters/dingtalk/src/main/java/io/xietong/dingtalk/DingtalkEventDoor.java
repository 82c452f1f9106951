package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.chat.Receiver;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.Freshness;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.Webhook;
import java.util.Optional;
import java.util.UUID;

/**
 * The door for events of the organisation, signed and sealed, in HTTP mode; Stream brings the same without it. Each must be
 * answered within 1.5 s with a sealed {@code success}, the console's check of the address included. Thread-safe.
 */
final class DingtalkEventDoor implements Webhook {

    private static final int SECONDS_LENGTH = 11;

    private final DingtalkCipher cipher;
    private final String owner;
    private final DingtalkReception reception;
    private final PlatformClock clock;

    /** @param owner whom the answers are sealed for: the client id */
    DingtalkEventDoor(DingtalkCipher cipher, String owner, DingtalkReception reception, PlatformClock clock) {
        this.cipher = cipher;
        this.owner = owner;
        this.reception = reception;
        this.clock = clock;
    }

    @Override
    public Reply answer(Call call) {
        if (!call.method().equals("POST")) return Reply.text(405, "");
        Optional<String> sealed = BoundedJson.object(call.body())
                .map(json -> json.path("encrypt").asText())
                .filter(text -> !text.isEmpty());
        if (sealed.isEmpty() || !signed(call, sealed.get())) return Reply.REFUSED;
        Optional<byte[]> opened = cipher.open(sealed.get());
        if (opened.isEmpty()) return Reply.REFUSED;
        Optional<JsonNode> event = opened.flatMap(BoundedJson::object);
        if (event.isEmpty()) return Reply.GARBAGE;
        try {
            reception.organisation(
                    event.get().path("EventType").asText(),
                    event.get(),
                    "event-" + UUID.nameUUIDFromBytes(opened.get()));
        } catch (Receiver.Unavailable e) {
            return Reply.UNAVAILABLE;
        }
        return Reply.json(cipher.answer("success", owner, Long.toString(clock.millis())));
    }

    /** The query is spelt in two ways. */
    private boolean signed(Call call, String sealed) {
        Optional<String> signature = call.parameter("msg_signature").or(() -> call.parameter("signature"));
        Optional<String> moment = call.parameter("timestamp").or(() -> call.parameter("timeStamp"));
        Optional<String> nonce = call.parameter("nonce");
        return signature.isPresent()
                && moment.isPresent()
                && nonce.isPresent()
                && Freshness.same(cipher.sign(moment.get(), nonce.get(), sealed), signature.get())
                && fresh(moment.get());
    }

    private boolean fresh(String moment) {
        return moment.length() <= SECONDS_LENGTH
                ? Freshness.ofSeconds(moment, clock)
                : Freshness.ofMillis(moment, clock);
    }
}
