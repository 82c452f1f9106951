package io.xietong.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xietong.fuzz.Nearby;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Only what is meant for us opens, whatever the lengths inside claim. */
class WecomCipherFuzz {

    private static final String RECEIVER = "wwfuzz";
    private static final WecomCipher OURS = new WecomCipher(WecomFuzzed.APP_KEY, RECEIVER);
    private static final WecomCipher OTHERS = new WecomCipher(WecomFuzzed.APP_KEY, "wwother");

    @FuzzTest(maxDuration = "60s")
    void only_what_is_whole_and_meant_for_us_opens(byte[] bytes) {
        Nearby.each(bytes, 100, WecomCipherFuzz::holds);
    }

    private static void holds(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(OURS.open(OURS.seal(text))).contains(text);
        assertThat(OTHERS.open(OURS.seal(text))).isEmpty();
        assertThat(OURS.open(text)).isEmpty();

        byte[] inside = Arrays.copyOf(bytes, bytes.length / 16 * 16);
        OURS.open(encrypted(inside)).ifPresent(message -> {
            byte[] utf8 = message.getBytes(StandardCharsets.UTF_8);
            int end = inside.length - inside[inside.length - 1];
            assertThat(ByteBuffer.wrap(inside, 16, 4).getInt()).isEqualTo(utf8.length);
            assertThat(Arrays.copyOfRange(inside, 20, 20 + utf8.length)).isEqualTo(utf8);
            assertThat(new String(inside, 20 + utf8.length, end - 20 - utf8.length, StandardCharsets.UTF_8))
                    .isEqualTo(RECEIVER);
        });
    }

    private static String encrypted(byte[] blocks) {
        byte[] key = Base64.getDecoder().decode(WecomFuzzed.APP_KEY + "=");
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return Base64.getEncoder().encodeToString(cipher.doFinal(blocks));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
