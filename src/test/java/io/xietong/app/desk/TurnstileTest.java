package io.xietong.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.chat.ChatPlatform.Rate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two a second and three a minute, each stretch 3 % longer than it is. */
class TurnstileTest {

    private final Turnstile turnstile = new Turnstile(List.of(
            new Rate(Rate.Scope.PLATFORM, 2, Duration.ofSeconds(1)),
            new Rate(Rate.Scope.PLATFORM, 3, Duration.ofMinutes(1))));

    private long comes(long who, long now) {
        long wait = turnstile.wait(who, false, now);
        if (wait == 0) turnstile.pass(who, now);
        return wait;
    }

    @Test
    void those_who_wait_come_one_after_the_other_as_all_limits_allow() {
        assertThat(comes(1, 0)).isZero();
        assertThat(comes(2, 100)).isZero();
        assertThat(comes(3, 200)).isEqualTo(830);
        assertThat(comes(4, 200)).isEqualTo(61_600);
        assertThat(comes(3, 1_030)).isZero();
        assertThat(comes(5, 1_030)).isEqualTo(61_900 - 1_030);
    }

    @Test
    void who_comes_a_moment_late_keeps_the_place_and_who_goes_first_does_not_stand_in_line() {
        comes(1, 0);
        comes(2, 0);
        assertThat(comes(3, 0)).isEqualTo(1_030);
        assertThat(turnstile.wait(9, true, 0)).isEqualTo(1_030);
        turnstile.pass(9, 1_030);
        assertThat(comes(3, 1_040)).isEqualTo(61_800 - 1_040);
        assertThat(comes(4, 1_040)).isEqualTo(61_800 - 1_040);
        assertThat(comes(5, 1_040)).isEqualTo(62_830 - 1_040);
    }

    @Test
    void while_it_is_closed_nobody_passes_and_then_it_is_idle() {
        turnstile.closeUntil(5_000);
        assertThat(comes(1, 0)).isEqualTo(5_000);
        assertThat(turnstile.isIdle(1)).isFalse();
        assertThat(comes(1, 5_000)).isZero();
        assertThat(turnstile.isIdle(66_799)).isFalse();
        assertThat(turnstile.isIdle(66_800)).isTrue();
    }

    @Test
    void who_does_not_come_back_holds_up_nobody() {
        comes(1, 0);
        comes(2, 0);
        assertThat(comes(3, 0)).isEqualTo(1_030);
        assertThat(comes(4, 3_000)).isZero();
        assertThat(comes(5, 3_000)).isEqualTo(58_800);
    }
}
