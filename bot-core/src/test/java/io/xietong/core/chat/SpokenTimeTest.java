package io.xietong.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTimeTest {

    @ParameterizedTest
    @CsvSource({
        "下周三 14:00, 14:00",
        "明天下午3点半, 15:30",
        "明晚8点, 20:00",
        "上午十点一刻, 10:15",
        "中午12点, 12:00",
        "中午1点, 13:00",
        "12月3日9点05分, 09:05",
        "at 3:30 pm, 15:30",
        "at 12am, 00:00",
        "0点, 00:00",
        "晚上11点三刻, 23:45",
    })
    void the_time_of_day_is_found(String said, LocalTime expected) {
        assertThat(SpokenTime.find(said).map(SpokenTime::time)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"14:00-15:30, PT1H30M", "上午十点到十一点半, PT1H30M", "下午2点至4点, PT2H"})
    void an_end_makes_a_length(String said, Duration expected) {
        assertThat(SpokenTime.find(said).flatMap(SpokenTime::length)).contains(expected);
    }

    @Test
    void what_is_no_time_of_day_is_none() {
        assertThat(SpokenTime.find("25:00 或 9:75")).isEqualTo(Optional.empty());
        assertThat(SpokenTime.find("11月24日 市场部")).isEqualTo(Optional.empty());
        assertThat(SpokenTime.find("15:00-14:00").flatMap(SpokenTime::length)).isEqualTo(Optional.empty());
    }
}
