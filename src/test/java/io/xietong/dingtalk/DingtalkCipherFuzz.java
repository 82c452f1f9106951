package io.xietong.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xietong.fuzz.Nearby;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Only what is meant for one of our owners opens, whatever the lengths inside claim. */
class DingtalkCipherFuzz {

    private static final String KEY = "fuzzdefghijklmnopqrstuvwxyz0123456789ABCDEF";
    private static final Set<String> OWNERS = Set.of("dingfuzz", "dingcorp");
    private static final DingtalkCipher OURS = new DingtalkCipher("fuzz-event-token", KEY, OWNERS);

    @FuzzTest(maxDuration = "60s")
    void only_what_is_whole_and_meant_for_us_opens(byte[] bytes) {
        Nearby.each(bytes, 100, DingtalkCipherFuzz::holds);
    }

    private static void holds(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(OURS.open(OURS.seal(text, "dingfuzz")))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(OURS.open(OURS.seal(text, "dingother"))).isEmpty();
        assertThat(OURS.open(text)).isEmpty();

        byte[] inside = Arrays.copyOf(bytes, bytes.length / 16 * 16);
        OURS.open(encrypted(inside)).ifPresent(opened -> {
            int end = inside.length - inside[inside.length - 1];
            assertThat(ByteBuffer.wrap(inside, 16, 4).getInt()).isEqualTo(opened.length);
            assertThat(Arrays.copyOfRange(inside, 20, 20 + opened.length)).isEqualTo(opened);
            assertThat(new String(inside, 20 + opened.length, end - 20 - opened.length, StandardCharsets.UTF_8))
                    .isIn(OWNERS);
        });
    }

    private static String encrypted(byte[] blocks) {
        byte[] key = Base64.getDecoder().decode(KEY + "=");
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return Base64.getEncoder().encodeToString(cipher.doFinal(blocks));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
