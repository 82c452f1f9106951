package io.xietong.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DingtalkCipherTest {

    /** As DingTalk publishes them. */
    static final String TOKEN = "123456";

    static final String KEY = "1234567890123456789012345678901234567890123";
    static final String OWNER = "dingsnotzck6pm5veliw";
    private static final String SEALED =
            "YvkvaGe4hQxd3VxRmEty0dVlnCOAqwf56xwTRHDHoOURqhalbmBJQk5FNcRk42Gl5T0YQXZNwpwWSm1xAFJ5ZA==";

    private final DingtalkCipher cipher = new DingtalkCipher(TOKEN, KEY, Set.of(OWNER));

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void the_published_vector_is_signed_and_opened() {
        assertThat(cipher.sign("1614767836", "A7Co0cJLMzIDtMMI", SEALED))
                .isEqualTo("9a95a004dd16f5c307e849b994173f76aa26e5eb");
        assertThat(cipher.open(SEALED).map(DingtalkCipherTest::text)).contains("success");
    }

    @Test
    void what_is_sealed_is_opened_whatever_its_length() {
        for (int length = 0; length < 100; length++) {
            String said = "啊".repeat(length);
            assertThat(cipher.open(cipher.seal(said, OWNER)).map(DingtalkCipherTest::text))
                    .contains(said);
        }
    }

    @Test
    void another_owner_another_key_and_damage_open_nothing() {
        assertThat(cipher.open(cipher.seal("x", "dingother"))).isEmpty();
        DingtalkCipher other = new DingtalkCipher(TOKEN, "a".repeat(42) + "E", Set.of(OWNER));
        assertThat(cipher.open(other.seal("x", OWNER))).isEmpty();
        assertThat(cipher.open("")).isEmpty();
        assertThat(cipher.open("not base64!")).isEmpty();
        byte[] whole = Base64.getDecoder().decode(cipher.seal("a longer text than fits one block of 32", OWNER));
        for (int length = 0; length < whole.length; length++) {
            String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(whole, length));
            assertThat(cipher.open(cut)).as("%s bytes", length).isEmpty();
        }
        for (int at = 16; at < 32; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            String sealed = Base64.getEncoder().encodeToString(damaged);
            assertThat(cipher.open(sealed).map(DingtalkCipherTest::text))
                    .isNotEqualTo(java.util.Optional.of("a longer text than fits one block of 32"));
        }
    }

    @Test
    void a_key_of_another_length_is_refused_at_once() {
        assertThatThrownBy(() -> new DingtalkCipher(TOKEN, "short", Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
