package io.xietong.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TokenShelfTest {

    private static final Instant NOW = Instant.parse("2026-11-25T01:00:00Z");

    private final TokenShelf shelf = TokenShelf.inMemory(Clock.fixed(NOW, ZoneOffset.UTC));
    private final AtomicInteger fetched = new AtomicInteger();

    private Token fresh() {
        return new Token("t" + fetched.incrementAndGet(), NOW.plus(Duration.ofHours(2)));
    }

    @Test
    void eight_threads_that_were_refused_the_same_token_fetch_one_new_one() {
        Token first = shelf.take("feishu/a", Optional.empty(), this::fresh);
        List<CompletableFuture<Token>> takes = new ArrayList<>();
        for (int i = 0; i < 8; i++)
            takes.add(CompletableFuture.supplyAsync(
                    () -> shelf.take("feishu/a", Optional.of(first.value()), this::fresh)));

        assertThat(takes).allSatisfy(take -> assertThat(take.join().value()).isEqualTo("t2"));
        assertThat(fetched).hasValue(2);
    }

    @Test
    void a_token_that_is_about_to_end_is_renewed() {
        shelf.take("feishu/a", Optional.empty(), () -> new Token("old", NOW.plus(Duration.ofMinutes(5))));

        assertThat(shelf.take("feishu/a", Optional.empty(), this::fresh).value())
                .isEqualTo("t1");
    }

    @Test
    void each_application_has_its_own() {
        assertThat(shelf.take("feishu/a", Optional.empty(), this::fresh).value())
                .isEqualTo("t1");
        assertThat(shelf.take("feishu/b", Optional.empty(), this::fresh).value())
                .isEqualTo("t2");
        assertThat(shelf.take("feishu/a", Optional.empty(), this::fresh).value())
                .isEqualTo("t1");
    }

    @Test
    void a_fault_while_fetching_comes_through_and_the_next_one_tries_again() {
        assertThatThrownBy(() -> shelf.take("feishu/a", Optional.empty(), () -> {
                    throw new HttpFault("down");
                }))
                .hasMessage("down");

        assertThat(shelf.take("feishu/a", Optional.empty(), this::fresh).value())
                .isEqualTo("t1");
    }

    @Test
    void a_token_never_shows_itself() {
        assertThat(new Token("secret", NOW)).asString().doesNotContain("secret");
    }
}
