package io.xietong.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One event, one line. */
class LogLineTest {

    private static LogLine layout(boolean json) {
        LogLine layout = new LogLine(json);
        layout.start();
        return layout;
    }

    private static LoggingEvent event(String message, Throwable fault, Object... args) {
        LoggingEvent event = new LoggingEvent(
                LogLineTest.class.getName(),
                new LoggerContext().getLogger("io.xietong.app.desk.Desk"),
                Level.WARN,
                message,
                fault,
                args);
        event.setMDCPropertyMap(Map.of("token", "hush9Q", "item", "XQ-1", "level", "FORGED"));
        return event;
    }

    @Test
    void for_machines_it_is_json_with_the_fault_in_it() throws Exception {
        RuntimeException fault = new IllegalStateException("refused\nsecret=hush9Q");
        String line = layout(true).doLayout(event("unknown account {}", fault, "a\nb"));
        assertThat(line).endsWith("}\n").doesNotContain("hush9Q");
        assertThat(line.strip().lines()).hasSize(1);
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.path("message").asText()).isEqualTo("unknown account a\\nb");
        assertThat(json.path("level").asText()).isEqualTo("WARN");
        assertThat(json.path("logger").asText()).isEqualTo("io.xietong.app.desk.Desk");
        assertThat(json.path("at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(json.path("item").asText()).isEqualTo("XQ-1");
        assertThat(json.path("fault").asText()).contains("IllegalStateException: refused", "secret=***");
    }

    @Test
    void for_a_terminal_it_is_text_and_no_line_of_a_fault_looks_like_an_event() {
        RuntimeException fault = new IllegalStateException("refused\n2026-11-24T09:00:00Z INFO Desk all is well");
        String text = layout(false).doLayout(event("unknown account {}", fault, "x"));
        assertThat(text.lines().findFirst())
                .hasValueSatisfying(first -> assertThat(first).endsWith(" WARN Desk unknown account x"));
        assertThat(text.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("    "));
    }
}
