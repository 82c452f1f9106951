package io.xietong.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Keys that are committed late are not missed, and each is new once. */
class ArrivalsTest {

    private final Arrivals seen = new Arrivals(0, 10);

    private List<Long> read(long... keys) {
        List<Long> fresh = LongStream.of(keys)
                .filter(key -> key > seen.complete())
                .filter(seen::isNew)
                .boxed()
                .toList();
        seen.readTo(keys[keys.length - 1]);
        return fresh;
    }

    @Test
    void a_key_that_is_committed_late_is_read_when_it_comes() {
        assertThat(read(1, 2, 4)).containsExactly(1L, 2L, 4L);
        assertThat(seen.complete()).isEqualTo(2);
        assertThat(seen.seenBeyond()).containsExactly(4L);
        assertThat(read(3, 4, 5)).containsExactly(3L, 5L);
        assertThat(seen.complete()).isEqualTo(5);
        assertThat(seen.seenBeyond()).isEmpty();
    }

    @Test
    void a_key_that_never_comes_is_waited_for_only_as_long_as_it_may() {
        read(1, 3);
        assertThat(seen.complete()).isEqualTo(1);
        read(LongStream.rangeClosed(3, 13).toArray());
        assertThat(seen.complete()).isEqualTo(13);
    }
}
