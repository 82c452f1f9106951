package io.xietong.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.store.RecentNeeds.Filed;
import io.xietong.app.store.RecentRequests.Asking;
import io.xietong.core.item.ItemNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewestNeedsTest {

    private static final Instant NOW = Samples.NOW;

    private final NewestNeeds needs = new NewestNeeds();

    private void filed(long serial, String need) {
        needs.add(new Filed(serial, "li.lei", "design", need, NOW));
    }

    private RecentRequests beside(String need) {
        return beside("li.lei", need, NOW);
    }

    private RecentRequests beside(String requester, String need, Instant since) {
        return needs.beside(new Asking(requester, "design", need, since));
    }

    @Test
    void the_oldest_make_room_for_the_newest() {
        filed(1, "新品海报");
        assertThat(beside("新品海报主视觉").alike()).containsExactly(1L);
        assertThat(beside("新品海报").repeated()).contains(ItemNumber.request(1));
        for (int serial = 2; serial <= 200; serial++) filed(serial, "报销发票");
        assertThat(beside("新品海报").repeated()).contains(ItemNumber.request(1));
        filed(201, "机房钥匙");
        assertThat(beside("新品海报").repeated()).isEmpty();
        assertThat(beside("机房钥匙").alike()).containsExactly(201L);
        assertThat(beside("报销发票").alike()).hasSize(199).startsWith(200L, 199L).endsWith(2L);
    }

    @Test
    void repeated_is_what_the_same_person_has_filed_in_the_same_words_lately() {
        filed(1, "新品海报");
        filed(2, "新品海报");
        assertThat(beside("新品海报").repeated()).contains(ItemNumber.request(2));
        assertThat(beside("新品海报!").repeated()).isEmpty();
        assertThat(beside("han.mei", "新品海报", NOW).repeated()).isEmpty();
        assertThat(beside("li.lei", "新品海报", NOW.plusMillis(1)).repeated()).isEmpty();
    }

    @Test
    void what_has_no_two_letters_is_the_same_as_itself_and_like_nothing() {
        filed(1, "😀");
        assertThat(beside("😀")).isEqualTo(new RecentRequests(List.of(), Optional.of(ItemNumber.request(1))));
        assertThat(beside("?").repeated()).isEmpty();
    }
}
