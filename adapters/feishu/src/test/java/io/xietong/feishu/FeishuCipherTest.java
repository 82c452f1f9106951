package io.xietong.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeishuCipherTest {

    private static final String PUBLISHED = "P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=";

    @Test
    void the_published_example_opens() {
        assertThat(new FeishuCipher("test key").open(PUBLISHED).map(String::new))
                .contains("hello world");
    }

    @Test
    void another_key_or_a_changed_byte_does_not_open_it() {
        assertThat(new FeishuCipher("another key").open(PUBLISHED)).isEmpty();
        byte[] bytes = Base64.getDecoder().decode(PUBLISHED);
        bytes[31] ^= 1;
        String changed = Base64.getEncoder().encodeToString(bytes);
        assertThat(new FeishuCipher("test key").open(changed).map(String::new))
                .isNotEqualTo(Optional.of("hello world"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no base64!",
                "AAAA",
                "AAAAAAAAAAAAAAAAAAAAAA==",
                "P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzgh"
            })
    void what_is_too_short_or_no_base64_does_not_open(String sealed) {
        assertThat(new FeishuCipher("test key").open(sealed)).isEmpty();
    }
}
