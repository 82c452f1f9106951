package io.xietong.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** JSON that is made to do harm is none (faults.md row 44). */
class BoundedJsonTest {

    /** Far more than it takes, for a busy machine; without limits these take memory or the stack, not time. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static void isNone(String text) {
        assertThat(assertTimeout(SOON, () -> BoundedJson.object(text))).isEmpty();
    }

    @Test
    void what_is_too_deep_too_long_or_not_whole_is_none() {
        String deep = "{\"a\":".repeat(200_000);
        isNone(deep);
        isNone(deep + "1" + "}".repeat(200_000));
        isNone("{\"a\":" + "[".repeat(500_000) + "]".repeat(500_000) + "}");
        isNone("{\"a\":\"" + "x".repeat((1 << 20) + 1) + "\"}");
        isNone("{\"a\":1" + "0".repeat(1_000) + "}");
        isNone("{\"a\":1e" + "9".repeat(200) + "}");
        isNone("{\"a\":1}{");
        isNone("{\"a\":");
        isNone("");
        assertThat(BoundedJson.object(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'}))
                .isEmpty();
    }

    @Test
    void what_is_within_the_limits_is_read_whole() {
        String text = "{\"a\":".repeat(40) + "\"" + "长".repeat(10_000) + "\"" + "}".repeat(40);
        assertThat(BoundedJson.object(text.getBytes(StandardCharsets.UTF_8)))
                .hasValueSatisfying(json -> assertThat(json.toString()).isEqualTo(text));
    }
}
