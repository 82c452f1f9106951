package io.xietong.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestNeedsTest {

    private static final Instant NOW = Samples.NOW;

    private static RecentRequests.Same by(long serial) {
        return new RecentRequests.Same(serial, "li.lei", NOW);
    }

    @Test
    void the_oldest_make_room_for_the_newest() {
        NewestNeeds needs = new NewestNeeds();
        needs.add(by(1), "新品海报");
        assertThat(needs.beside("新品海报主视觉").alike()).containsExactly(1L);
        assertThat(needs.beside("新品海报").same()).containsExactly(by(1));
        for (int serial = 2; serial <= 200; serial++) needs.add(by(serial), "报销发票");
        assertThat(needs.beside("新品海报").same()).containsExactly(by(1));
        needs.add(by(201), "机房钥匙");
        assertThat(needs.beside("新品海报").same()).isEmpty();
        assertThat(needs.beside("机房钥匙").alike()).containsExactly(201L);
        assertThat(needs.beside("报销发票").alike())
                .hasSize(199)
                .startsWith(200L, 199L)
                .endsWith(2L);
    }

    @Test
    void what_has_no_two_letters_is_the_same_as_itself_and_like_nothing() {
        NewestNeeds needs = new NewestNeeds();
        needs.add(by(1), "😀");
        assertThat(needs.beside("😀")).isEqualTo(new RecentRequests(List.of(), List.of(by(1))));
        assertThat(needs.beside("?").same()).isEmpty();
    }
}
