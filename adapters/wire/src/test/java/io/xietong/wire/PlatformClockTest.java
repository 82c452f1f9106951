package io.xietong.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** This machine's clock beside a platform's (faults.md row 31). */
class PlatformClockTest {

    private static final Instant NOW = Instant.parse("2026-11-27T01:00:00Z");

    private final PlatformClock clock = new PlatformClock("test", Clock.fixed(NOW, ZoneOffset.UTC));

    private void hears(String date) {
        clock.hears(HttpHeaders.of(Map.of("date", List.of(date)), (name, value) -> true));
    }

    @Test
    void nothing_is_known_before_an_answer() {
        assertThat(clock.ahead()).isEmpty();
        assertThat(clock.noted()).isEmpty();
        assertThat(clock.isOff()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'Fri, 27 Nov 2026 01:00:00 GMT',    0, false, false",
        "'Fri, 27 Nov 2026 00:59:00 GMT',   60, false, false",
        "'Fri, 27 Nov 2026 00:58:59 GMT',   61, true,  false",
        "'Fri, 27 Nov 2026 00:55:00 GMT',  300, true,  false",
        "'Fri, 27 Nov 2026 00:54:59 GMT',  301, true,  true",
        "'Fri, 27 Nov 2026 01:05:01 GMT', -301, true,  true"
    })
    void it_is_noted_beyond_a_minute_and_off_beyond_what_a_call_may_be(
            String date, long ahead, boolean noted, boolean off) {
        hears(date);
        assertThat(clock.ahead()).contains(Duration.ofSeconds(ahead));
        assertThat(clock.noted().isPresent()).isEqualTo(noted);
        assertThat(clock.isOff()).isEqualTo(off);
    }

    @Test
    void the_last_answer_counts() {
        hears("Fri, 27 Nov 2026 00:54:00 GMT");
        hears("Fri, 27 Nov 2026 01:00:00 GMT");
        assertThat(clock.isOff()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "2026-11-27T01:00:00Z", "Fri, 27 Nov 1"})
    void what_is_no_date_changes_nothing(String date) {
        hears("Fri, 27 Nov 2026 00:54:00 GMT");
        hears(date);
        assertThat(clock.ahead()).contains(Duration.ofMinutes(6));
    }

    /** What says the time is not signed, so it must not open the door for old calls. */
    @Test
    void however_far_off_it_is_it_goes_by_this_machine() {
        hears("Fri, 27 Nov 2026 00:54:00 GMT");
        assertThat(clock.instant()).isEqualTo(NOW);
        assertThat(clock.accepts(NOW.minusSeconds(360))).isFalse();
        assertThat(clock.accepts(NOW)).isTrue();
    }
}
