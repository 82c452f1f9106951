package io.xietong.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessTest {

    private static final PlatformClock CLOCK =
            new PlatformClock("test", Clock.fixed(Instant.ofEpochSecond(1_000_000), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({"1000000,true", "999700,true", "999699,false", "1000300,true", "1000301,false"})
    void five_minutes_off_is_the_most(String seconds, boolean fresh) {
        assertThat(Freshness.ofSeconds(seconds, CLOCK)).isEqualTo(fresh);
        assertThat(Freshness.ofMillis(seconds + "000", CLOCK)).isEqualTo(fresh);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "now", "-1000000", "1e6", "1000000.0", "99999999999999999999", "１００００００"})
    void what_is_no_number_is_not_fresh(String text) {
        assertThat(Freshness.ofSeconds(text, CLOCK)).isFalse();
        assertThat(Freshness.ofMillis(text, CLOCK)).isFalse();
    }

    @Test
    void texts_are_the_same_or_not() {
        assertThat(Freshness.same("abc", "abc")).isTrue();
        assertThat(Freshness.same("abc", "abd")).isFalse();
        assertThat(Freshness.same("abc", "")).isFalse();
    }
}
