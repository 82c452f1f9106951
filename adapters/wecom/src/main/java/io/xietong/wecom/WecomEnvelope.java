package io.xietong.wecom;

import io.xietong.wire.PlatformClock;
import io.xietong.wire.Webhook;
import java.util.Optional;

/** What is around every callback: signed, of now, encrypted for us. Thread-safe. */
final class WecomEnvelope {

    private final WecomSignature signature;
    private final Optional<WecomCipher> cipher;
    private final PlatformClock clock;

    /** With an empty token or key it refuses everything. */
    WecomEnvelope(String token, String aesKey, String receiver, PlatformClock clock) {
        this.signature = new WecomSignature(token, clock);
        this.cipher = aesKey.isBlank() ? Optional.empty() : Optional.of(new WecomCipher(aesKey, receiver));
        this.clock = clock;
    }

    /** What is inside; empty when anything about it is wrong. */
    Optional<String> open(Webhook.Call call, String encrypted) {
        if (cipher.isEmpty() || encrypted.isEmpty() || !signature.sound(call, encrypted)) return Optional.empty();
        return cipher.get().open(encrypted);
    }

    /** The answer to WeCom's question whether the address is ours: what it sent, decrypted and bare. */
    Webhook.Reply echo(Webhook.Call call) {
        return open(call, call.parameter("echostr").orElse(""))
                .map(plain -> Webhook.Reply.text(200, plain))
                .orElse(Webhook.Reply.REFUSED);
    }

    /** An answer, encrypted and signed with the caller's nonce. */
    record Sealed(String encrypted, String signature, String timestamp, String nonce) {}

    Sealed seal(Webhook.Call call, String answer) {
        String encrypted = cipher.orElseThrow().seal(answer);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String nonce = call.parameter("nonce").orElse("");
        return new Sealed(encrypted, signature.of(timestamp, nonce, encrypted), timestamp, nonce);
    }
}
