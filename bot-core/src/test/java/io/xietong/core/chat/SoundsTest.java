package io.xietong.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundsTest {

    @ParameterizedTest
    @CsvSource({"受理,首里", "争议,正义", "查,差", "设计部,射击部", "转派,专排", "升级,生鸡", "绿,律", "女,女", "座,作", "啊,阿"})
    void characters_of_the_same_sound_are_the_same_whatever_their_tone_and_dialect(String meant, String typed) {
        assertThat(Sounds.same(meant, typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"受理,受力了", "婉拒,完成", "绿,路", "a,b", "鱻,先", "受理,shouli"})
    void anything_else_is_not(String meant, String typed) {
        assertThat(Sounds.same(meant, typed)).isFalse();
    }
}
