package io.xietong.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xietong.fuzz.Nearby;
import java.util.HashMap;
import java.util.Map;

/** What a button carries comes back as it was, whoever made it; what none of ours carries is nothing or reads the same again. */
class WecomKeyFuzz {

    @FuzzTest(maxDuration = "60s")
    void what_a_button_carries_comes_back_as_it_was(byte[] bytes) {
        Nearby.eachText(bytes, 200, WecomKeyFuzz::holds);
    }

    private static void holds(String text) {
        WecomKey.read(text).ifPresent(read -> {
            assertThat(read.version()).isNotNegative();
            assertThat(read.phrase()).isNotEmpty();
            assertThat(WecomKey.read(read.text())).contains(read);
        });
        if (text.isEmpty()) return;
        WecomKey plain = WecomKey.of(3, text);
        assertThat(WecomKey.read(plain.text())).contains(plain);
        Map<String, String> form = new HashMap<>();
        form.put("need", text);
        form.put("department", "design");
        WecomKey filled = new WecomKey(0, text, form);
        assertThat(WecomKey.read(filled.text())).contains(filled);
    }
}
