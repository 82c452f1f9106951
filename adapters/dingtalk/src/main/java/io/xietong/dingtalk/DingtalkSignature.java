package io.xietong.dingtalk;

import io.xietong.wire.Freshness;
import io.xietong.wire.PlatformClock;
import io.xietong.wire.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What DingTalk signs in HTTP mode: the time stamp alone, not the body. So a captured pair could carry any body while it is
 * fresh; five minutes instead of DingTalk's hour, and a secret address, keep that small. Thread-safe.
 */
final class DingtalkSignature {

    private static final String HMAC = "HmacSHA256";

    private final String secret;
    private final String cardSecret;
    private final PlatformClock clock;

    /**
     * @param secret     the application's
     * @param cardSecret given when the address of card callbacks was registered
     */
    DingtalkSignature(String secret, String cardSecret, PlatformClock clock) {
        this.secret = secret;
        this.cardSecret = cardSecret;
        this.clock = clock;
    }

    /** Whether a robot message is signed by us and of now. */
    boolean robot(Webhook.Call call) {
        Optional<String> at = call.header("timestamp");
        return at.isPresent() && sound(at.get(), at.get() + "\n" + secret, secret, call.header("sign"));
    }

    /** The same for a card callback. */
    boolean card(Webhook.Call call) {
        Optional<String> at = call.header("x-ddpaas-signature-timestamp");
        return at.isPresent() && sound(at.get(), at.get(), cardSecret, call.header("x-ddpaas-signature"));
    }

    private boolean sound(String millis, String signed, String key, Optional<String> given) {
        return given.isPresent() && Freshness.same(hmac(signed, key), given.get()) && Freshness.ofMillis(millis, clock);
    }

    static String hmac(String text, String key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
