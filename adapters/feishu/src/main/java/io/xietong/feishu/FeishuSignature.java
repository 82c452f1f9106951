package io.xietong.feishu;

import io.xietong.wire.Freshness;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.Webhook;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Checks that a pushed event is Feishu's and of now. The signature covers the raw body, encrypted as it came. Thread-safe. */
final class FeishuSignature {

    static final String TIMESTAMP = "X-Lark-Request-Timestamp";
    static final String NONCE = "X-Lark-Request-Nonce";
    static final String SIGNATURE = "X-Lark-Signature";

    private final String encryptKey;
    private final PlatformClock clock;

    FeishuSignature(String encryptKey, PlatformClock clock) {
        this.encryptKey = encryptKey;
        this.clock = clock;
    }

    /** Whether the call carries any signature at all; the address check (url_verification) comes without. */
    static boolean on(Webhook.Call call) {
        return call.header(SIGNATURE).isPresent();
    }

    boolean sound(Webhook.Call call) {
        String timestamp = call.header(TIMESTAMP).orElse("");
        String nonce = call.header(NONCE).orElse("");
        String given = call.header(SIGNATURE).orElse("");
        return Freshness.same(sign(timestamp, nonce, call.body()), given) && Freshness.ofSeconds(timestamp, clock);
    }

    private String sign(String timestamp, String nonce, byte[] body) {
        byte[] before = (timestamp + nonce + encryptKey).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(FeishuCipher.sha256(before, body));
    }
}
