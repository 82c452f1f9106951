package io.xietong.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WecomKeyTest {

    @Test
    void a_button_without_a_form_carries_version_and_phrase_as_they_are() {
        assertThat(WecomKey.of(3, "受理 XQ-1").text()).isEqualTo("3:受理 XQ-1");
        assertThat(WecomKey.read("3:受理 XQ-1")).contains(WecomKey.of(3, "受理 XQ-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"新品海报", "a|need=b", "%7C", "100 %", "第一行\n第二行", "=", "🎉", ""})
    void whatever_a_field_holds_is_read_back(String value) {
        WecomKey key = new WecomKey(0, "求助 " + value, Map.of("need", value, "department", "design"));
        assertThat(WecomKey.read(key.text())).contains(key);
    }

    @Test
    void what_is_none_of_ours_is_not_read() {
        assertThat(WecomKey.read("accept")).isEmpty();
        assertThat(WecomKey.read("0+求助")).isEmpty();
        assertThat(WecomKey.read("")).isEmpty();
    }

    @Test
    void a_form_that_is_too_long_for_a_button_does_not_fit() {
        assertThat(new WecomKey(0, "求助", Map.of("need", "海".repeat(300))).fits())
                .isTrue();
        assertThat(new WecomKey(0, "求助", Map.of("need", "海".repeat(400))).fits())
                .isFalse();
    }
}
