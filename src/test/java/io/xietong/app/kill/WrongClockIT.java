package io.xietong.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real jar on a machine whose clock is minutes off, beside a platform whose clock is right (faults.md row 31). */
@Timeout(900)
class WrongClockIT {

    private static final String ASKER = "ou_lilei";
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Pattern AHEAD = Pattern.compile("\"ahead-seconds\":(-?\\d+)");
    private static final Pattern REFUSED = Pattern.compile("refused a well-signed call of feishu, -?\\d+ s old by this"
            + " machine's clock: this machine's clock is (-?\\d+) s ahead of feishu's");
    private static final Pattern FINDING = Pattern.compile("本机时钟与飞书相差 (-?\\d+) 秒");
    private static final int NEEDS_ATTENTION = 3;

    @TempDir
    private Path folder;

    private final Outside platform = new Outside();

    @AfterEach
    void close() {
        platform.close();
    }

    private static HttpResponse<String> clocks(Node node) throws IOException {
        return node.get("/health/clocks");
    }

    /** What is said by how much the clock is off is so to a few seconds, for a busy machine. */
    private static void tells(Pattern pattern, String text, Duration off) {
        Matcher said = pattern.matcher(text);
        assertThat(said.find()).as(text).isTrue();
        assertThat(Long.parseLong(said.group(1))).isBetween(off.toSeconds() - 1, off.toSeconds() + 30);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, -6})
    void a_clock_that_is_off_is_measured_and_said_and_what_comes_in_is_refused_until_it_is_right(int minutes)
            throws Exception {
        Duration off = Duration.ofMinutes(minutes);
        Node.Start right = platform.joined(Node.Start.in(folder));
        Node.Start wrong = right.with(Faketime.ahead(off));
        try (Node node = wrong.node()) {
            Awaitility.await().atMost(PATIENCE).until(() -> clocks(node).statusCode() == 503);
            assertThat(clocks(node).body()).contains("\"platform\":\"feishu\"", "\"ok\":false", "NTP");
            tells(AHEAD, clocks(node).body(), off);
            assertThat(node.isReady()).as("people are served all the same").isTrue();

            platform.pushTo(node);
            platform.says(ASKER, "求助 设计部 新品海报");
            tells(REFUSED, node.log(), off);
            assertThat(node.stop()).as(node.log()).isZero();
            assertThat(wrong.run("check")).as(node.log()).isEqualTo(NEEDS_ATTENTION);
            tells(FINDING, node.log(), off);
        }
        assertThat(platform.sees(ASKER, "XQ-")).isEmpty();

        try (Node node = right.node()) {
            Awaitility.await().atMost(PATIENCE).until(() -> clocks(node).body().contains("ahead-seconds"));
            assertThat(clocks(node).statusCode()).as(clocks(node).body()).isEqualTo(200);
            platform.bringsAgain();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> !platform.sees(ASKER, "XQ-1").isEmpty());
            assertThat(node.stop()).as(node.log()).isZero();
        }
        try (Oracle oracle = Oracle.of(folder)) {
            assertThat(oracle.requests()).containsExactly("新品海报");
        }
    }
}
