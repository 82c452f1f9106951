package io.xietong.core.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"XQ-132", "xq-132", "xq132", "XQ 132", "ＸＱ－１３２", " XQ_132 ", "XQ—132", "xq#132", "XQ- 132"})
    void is_read_however_it_is_typed(String typed) {
        assertThat(ItemNumber.read(typed)).contains(ItemNumber.request(132));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "132", "XQ", "XQ-0", "QX-1", "XQ-1x", "XQ-1234567890123", "AXQ-1"})
    void anything_else_is_no_number(String typed) {
        assertThat(ItemNumber.read(typed)).isEmpty();
    }

    @Test
    void is_found_inside_a_text_but_not_inside_a_word() {
        Matcher found = ItemNumber.pattern().matcher("请看xq-7的附件");
        assertThat(found.find()).isTrue();
        assertThat(ItemNumber.of(found)).contains(ItemNumber.request(7));
        assertThat(ItemNumber.pattern().matcher("型号 gps12 和 abcxq9").find()).isFalse();
    }

    @Test
    void sorts_by_kind_and_serial() {
        assertThat(ItemNumber.request(9)).isLessThan(ItemNumber.request(10));
        assertThat(ItemNumber.request(10)).isLessThan(new ItemNumber(ItemKind.DISPUTE, 1));
        assertThatThrownBy(() -> ItemNumber.request(0)).hasMessage("serials start at 1: 0");
    }
}
