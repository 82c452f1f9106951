package io.xietong.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xietong.fuzz.Nearby;
import java.util.List;

/** Whatever is written into the log: one event stays one line, moves no cursor, and shows no secret that is named as one. */
class LogLineFuzz {

    private static final String SECRET = "Zx81SpectrumQl2Rubber9Keys";
    private static final List<String> NAMED = List.of(
            "app_secret=%s",
            "\"token\":\"%s\"",
            "aes-key: %s",
            "Authorization: Bearer %s",
            "ticket='%s'",
            "sessionWebhook=https://oapi.dingtalk.com/robot/sendBySession?session=%s");

    @FuzzTest(maxDuration = "60s")
    void a_line_stays_one_line_and_shows_no_secret(byte[] bytes) {
        Nearby.eachText(bytes, 60, LogLineFuzz::holds);
    }

    private static void holds(String text) {
        assertThat(Redaction.line(text).codePoints())
                .noneMatch(point -> point != '\t' && Character.getType(point) == Character.CONTROL
                        || point == '\u2028'
                        || point == '\u2029');
        for (String named : NAMED)
            assertThat(Redaction.line(text + "; " + named.formatted(SECRET) + "; " + text))
                    .doesNotContain(SECRET);
    }
}
