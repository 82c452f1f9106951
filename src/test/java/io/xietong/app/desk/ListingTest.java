package io.xietong.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.item.ItemNumber;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ListingTest {

    private static List<ItemNumber> first(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(ItemNumber::request).toList();
    }

    @Test
    void a_card_counts_to_ninety_nine_and_says_that_there_are_more() {
        assertThat(Listing.count(first(0))).isEqualTo("0");
        assertThat(Listing.count(first(99))).isEqualTo("99");
        assertThat(Listing.count(first(100))).isEqualTo("99+");
        assertThat(Listing.count(first(180))).isEqualTo("99+");
    }
}
