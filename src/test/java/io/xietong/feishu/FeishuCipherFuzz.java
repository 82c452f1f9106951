package io.xietong.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xietong.fuzz.Nearby;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What was sealed opens as it was; anything else opens to nothing, or to less than it was. */
class FeishuCipherFuzz {

    private static final FeishuCipher OURS = new FeishuCipher("fuzz-encrypt-key");

    @FuzzTest(maxDuration = "60s")
    void what_was_sealed_opens_and_nothing_grows(byte[] bytes) {
        Nearby.each(bytes, 60, FeishuCipherFuzz::holds);
    }

    private static void holds(byte[] bytes) {
        assertThat(OURS.open(FeishuDoorFuzz.sealed(bytes)))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(bytes));
        OURS.open(new String(bytes, StandardCharsets.UTF_8))
                .ifPresent(opened -> assertThat(opened).hasSizeLessThan(bytes.length));
        OURS.open(Base64.getEncoder().encodeToString(bytes))
                .ifPresent(opened -> assertThat(opened).hasSizeLessThan(bytes.length - 15));
    }
}
