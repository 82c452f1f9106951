package io.xietong.core.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a card must not be wrong about. */
class EssentialsTest {

    private enum State {
        OPEN,
        DONE
    }

    private static final Optional<Instant> NOON = Optional.of(Instant.parse("2026-11-24T04:00:00Z"));
    private static final List<Waiting> ZHOU = List.of(new Waiting.OnPerson("zhou.jie"));

    private final Essentials essentials = Essentials.of(State.OPEN, ZHOU, NOON);

    @Test
    void they_are_the_same_as_long_as_state_debtor_and_due_time_are() {
        assertThat(Essentials.of(State.OPEN, ZHOU, NOON)).isEqualTo(essentials);
        assertThat(new Essentials(essentials.text())).isEqualTo(essentials);
    }

    @Test
    void each_of_the_three_makes_others_of_them() {
        assertThat(Essentials.of(State.DONE, ZHOU, NOON)).isNotEqualTo(essentials);
        assertThat(Essentials.of(State.OPEN, ZHOU, Optional.empty())).isNotEqualTo(essentials);
        assertThat(Essentials.of(State.OPEN, List.of(new Waiting.OnDepartment("zhou.jie")), NOON))
                .isNotEqualTo(essentials);
        assertThat(Essentials.of(State.OPEN, List.of(new Waiting.OnSecretariat()), NOON))
                .isNotEqualTo(essentials);
    }

    @Test
    void the_heads_of_two_departments_are_two_debtors() {
        assertThat(Essentials.of(State.OPEN, List.of(new Waiting.OnHead("market")), NOON))
                .isNotEqualTo(Essentials.of(State.OPEN, List.of(new Waiting.OnHead("design")), NOON))
                .isNotEqualTo(Essentials.of(State.OPEN, List.of(new Waiting.OnDepartment("market")), NOON))
                .isNotEqualTo(Essentials.of(State.OPEN, List.of(new Waiting.OnSecretariat()), NOON));
    }
}
