package io.xietong.wecom;

import io.xietong.wire.Freshness;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** WeCom's signature over what is encrypted: SHA-1 of token, time stamp, nonce and text, sorted (wecom.md 1.1). Thread-safe. */
final class WecomSignature {

    private final String token;
    private final PlatformClock clock;

    /** @param token empty refuses everything */
    WecomSignature(String token, PlatformClock clock) {
        this.token = token;
        this.clock = clock;
    }

    /** Whether a call is signed by us and of now. */
    boolean sound(Webhook.Call call, String encrypted) {
        String timestamp = call.parameter("timestamp").orElse("");
        String nonce = call.parameter("nonce").orElse("");
        String given = call.parameter("msg_signature").orElse("");
        return !token.isBlank()
                && !nonce.isEmpty()
                && Freshness.same(of(timestamp, nonce, encrypted), given)
                && Freshness.ofSeconds(timestamp, clock);
    }

    String of(String timestamp, String nonce, String encrypted) {
        String sorted = Stream.of(token, timestamp, nonce, encrypted).sorted().collect(Collectors.joining());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(sorted.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
