package io.xietong.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.core.Demo;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    private final Words chinese = Words.in(Language.CHINESE, Demo.ZONE);
    private final Words english = Words.in(Language.ENGLISH, Demo.ZONE);

    private static Message verbatim(Object value) {
        return Message.of("text.verbatim", value);
    }

    @Test
    void times_are_absolute_with_the_weekday_in_the_companys_zone() {
        assertThat(chinese.say(verbatim(Demo.at("2026-11-24T17:30")))).isEqualTo("11月24日(周二) 17:30");
        assertThat(english.say(verbatim(Demo.at("2026-11-24T17:30")))).isEqualTo("Tue 24 Nov 17:30");
        assertThat(chinese.say(verbatim(LocalDate.of(2026, 1, 1)))).isEqualTo("1月1日(周四)");
    }

    @Test
    void lengths_have_at_most_two_units() {
        assertThat(chinese.say(verbatim(Duration.ofHours(26)))).isEqualTo("1天2小时");
        assertThat(english.say(verbatim(Duration.ofMinutes(125)))).isEqualTo("2 h 5 min");
        assertThat(chinese.say(verbatim(Duration.ofSeconds(20)))).isEqualTo("0分钟");
        assertThat(english.say(verbatim(Duration.ofDays(3)))).isEqualTo("3 d");
        assertThat(chinese.say(verbatim(Duration.ofSeconds(-20)))).isEqualTo("0分钟");
    }

    @Test
    void what_people_wrote_is_never_interpreted() {
        String nasty = "{0} $1 \\ @所有人 <at id=all></at> **粗** 👨‍👩‍👧‍👦";
        assertThat(chinese.say(Message.verbatim(nasty))).isEqualTo(nasty);
        assertThat(chinese.say("request.news.commented", "李雷", nasty)).isEqualTo("李雷 评论:" + nasty);
    }

    @Test
    void lists_and_messages_within_messages_are_said_in_the_same_language() {
        Message list = verbatim(List.of("李雷", Message.of("request.nobody")));
        assertThat(chinese.say(list)).isEqualTo("李雷、(空岗)");
        assertThat(english.say(list)).startsWith("李雷, (");
    }

    @Test
    void a_missing_text_is_a_fault_of_the_program() {
        assertThatThrownBy(() -> chinese.say("text.nowhere")).hasMessage("no zh-CN text for text.nowhere");
        assertThatThrownBy(() -> chinese.say("nofile.x")).hasMessage("no word file nofile.zh-CN");
        assertThatThrownBy(() -> Message.of("nokey")).hasMessageContaining("a message key reads file.name");
    }

    @Test
    void languages_are_known_by_tag_and_by_name() {
        assertThat(Language.of("中文")).contains(Language.CHINESE);
        assertThat(Language.of(" English ")).contains(Language.ENGLISH);
        assertThat(Language.of("français")).isEmpty();
    }
}
