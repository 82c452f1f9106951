package io.xietong.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox's page names everything that the outbox may hold. */
class OutboxWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void the_page_has_a_word_for_each_kind_and_for_where_what_is_no_message_goes(String language) throws IOException {
        Properties words = new Properties();
        try (Reader file = new InputStreamReader(
                getClass().getResourceAsStream("/words/page." + language + ".properties"), StandardCharsets.UTF_8)) {
            words.load(file);
        }
        assertThat(words)
                .containsKeys(OutboxBody.MESSAGES.stream()
                        .map("page.outbox.kind."::concat)
                        .toArray());
        assertThat(words)
                .containsKeys(OutboxBody.ERRANDS.stream()
                        .map("page.outbox.kind."::concat)
                        .toArray());
        assertThat(words)
                .containsKeys(OutboxBody.ERRANDS.stream()
                        .map("page.outbox.to."::concat)
                        .toArray());
    }
}
