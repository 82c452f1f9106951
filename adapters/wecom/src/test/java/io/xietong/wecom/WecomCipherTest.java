package io.xietong.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.emulator.wecom.WecomCorp;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import org.junit.jupiter.api.Test;

class WecomCipherTest {

    private static final WecomCorp CORP = WecomCorp.demo();
    private static final String KEY = CORP.appKey();

    private final WecomCipher cipher = new WecomCipher(KEY, CORP.corpId());

    @Test
    void what_is_sealed_opens_whatever_its_length() {
        for (int length = 0; length < 100; length++) {
            String message = "界".repeat(length % 7) + "x".repeat(length);
            assertThat(cipher.open(cipher.seal(message))).contains(message);
        }
        assertThat(cipher.seal("same")).isNotEqualTo(cipher.seal("same"));
    }

    @Test
    void it_understands_others_and_they_understand_it() {
        WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
        config.setToken(CORP.appToken());
        config.setAesKey(KEY);
        config.setCorpId(CORP.corpId());
        WxCpCryptUtil other = new WxCpCryptUtil(config);
        String message = "<xml><Content>受理 XQ-1 🎉</Content></xml>";
        assertThat(other.decrypt(cipher.seal(message))).isEqualTo(message);
        String theirs = WecomXml.read(other.encrypt(message)).orElseThrow().text("Encrypt");
        assertThat(cipher.open(theirs)).contains(message);
    }

    @Test
    void what_is_meant_for_another_company_or_nobody_does_not_open() {
        assertThat(cipher.open(new WecomCipher(KEY, "wwother").seal("x"))).isEmpty();
        assertThat(cipher.open(new WecomCipher(KEY, "").seal("x"))).isEmpty();
        assertThat(cipher.open(new WecomCipher(KEY, CORP.corpId() + "2").seal("x")))
                .isEmpty();
        WecomCipher bots = new WecomCipher(KEY, "");
        assertThat(bots.open(cipher.seal("x"))).isEmpty();
        assertThat(bots.open(bots.seal("x"))).contains("x");
    }

    @Test
    void a_wrong_key_opens_nothing_and_costs_no_memory() {
        WecomCipher wrong = new WecomCipher(CORP.botKey(), CORP.corpId());
        for (int i = 0; i < 300; i++)
            assertThat(wrong.open(cipher.seal("x".repeat(i)))).isEmpty();
    }

    @Test
    void broken_bytes_open_to_nothing() {
        String good = cipher.seal("受理 XQ-1");
        assertThat(cipher.open("")).isEmpty();
        assertThat(cipher.open("not base64 !")).isEmpty();
        assertThat(cipher.open(good.substring(0, 20))).isEmpty();
        assertThat(cipher.open(Base64.getEncoder().encodeToString(new byte[32])))
                .isEmpty();
    }

    @Test
    void lengths_out_of_bounds_and_wrong_padding_are_refused() throws Exception {
        assertThat(opened(1, 5)).contains("x");
        for (int length : new int[] {-1, 0, 2, 7, 8, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThat(opened(length, 5)).as("length %d", length).isEmpty();
        }
        for (int padding : new int[] {0, 4, 6, 12, 13, 32, 33, 255}) {
            assertThat(opened(1, padding)).as("padding %d", padding).isEmpty();
        }
    }

    /** One x in 32 bytes, said to be so long, padded with such bytes where five fives would be right. */
    private Optional<String> opened(int length, int padding) throws Exception {
        byte[] whole = new byte[32];
        ByteBuffer.wrap(whole).putInt(16, length);
        whole[20] = 'x';
        byte[] id = CORP.corpId().getBytes(StandardCharsets.UTF_8);
        System.arraycopy(id, 0, whole, 21, id.length);
        Arrays.fill(whole, 27, 32, (byte) padding);
        return cipher.open(raw(whole));
    }

    /** Encrypts whole blocks as they are. */
    private static String raw(byte[] plain) throws Exception {
        byte[] key = Base64.getDecoder().decode(KEY + "=");
        Cipher aes = Cipher.getInstance("AES/CBC/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
        return Base64.getEncoder().encodeToString(aes.doFinal(plain));
    }

    @Test
    void text_that_is_no_utf8_is_refused() throws Exception {
        byte[] whole = new byte[32];
        ByteBuffer.wrap(whole).putInt(16, 2);
        whole[20] = (byte) 0xC3;
        whole[21] = 0x28;
        byte[] id = CORP.corpId().getBytes(StandardCharsets.UTF_8);
        System.arraycopy(id, 0, whole, 22, id.length);
        Arrays.fill(whole, 28, 32, (byte) 4);
        assertThat(cipher.open(raw(whole))).isEmpty();
        whole[20] = 'o';
        whole[21] = 'k';
        assertThat(cipher.open(raw(whole))).contains("ok");
    }

    @Test
    void a_key_that_is_none_is_told_at_once() {
        assertThatThrownBy(() -> new WecomCipher("short", "")).hasMessageContaining("43");
        assertThat(WecomCipher.usable(KEY.replace('a', '-'))).isFalse();
        assertThat(WecomCipher.usable(CORP.botKey())).isTrue();
    }
}
