package io.xietong.core.meeting;

import static io.xietong.core.Heard.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.action.Order;
import io.xietong.core.chat.Reading;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to call a meeting, to move it, and to write its minutes; on Tuesday 24 November 2026. */
class CallReaderTest {

    private static final ItemNumber NUMBER = new ItemNumber(ItemKind.MEETING, 4);

    private static MeetingCommand.Call call(String subject, Optional<Duration> length, String... people) {
        return new MeetingCommand.Call(
                subject, LocalDate.of(2026, 11, 27), LocalTime.of(14, 0), length, List.of(people), "", List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "开会 新品上市协调 周五 14:00 何涛 市场部",
                "开会 新品上市协调 周五 下午2点 请 何涛、市场部",
                "开会 周五下午两点 新品上市协调 何涛,市场",
                "＠协同 开会 新品上市协调 １１月２７日 １４：００ 何涛 和市场部",
                "meet 新品上市协调 Nov 27 2 pm he.tao market",
            })
    void subject_time_and_people_are_told_apart(String said) {
        assertThat(TUESDAY.command(said)).isEqualTo(call("新品上市协调", Optional.empty(), "he.tao", "zhang.wei"));
    }

    @Test
    void a_subject_keeps_its_punctuation_and_an_end_makes_a_length() {
        assertThat(TUESDAY.command("开会 定价;渠道 周五 14:00-15:30 何涛"))
                .isEqualTo(call("定价;渠道", Optional.of(Duration.ofMinutes(90)), "he.tao"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"开会", "开会 新品", "开会 新品 周五 何涛", "开会 周五 14:00 何涛", "开会 新品 周五 14:00", "开会 新品 14:00 何涛"})
    void what_is_missing_is_asked_for(String said) {
        assertThat(TUESDAY.read(said)).isInstanceOf(Reading.Incomplete.class);
    }

    @Test
    void a_day_that_could_be_two_is_asked_about_and_one_that_is_over_is_refused() {
        assertThat(TUESDAY.read("开会 新品 周二 14:00 何涛")).isInstanceOf(Reading.Choice.class);
        assertThat(TUESDAY.read("开会 新品 11月3日 14:00 何涛")).isInstanceOf(Reading.Wrong.class);
        assertThat(TUESDAY.with(Map.of("people", "老王")).read("开会 新品 周五 14:00")).isInstanceOf(Reading.Wrong.class);
    }

    @Test
    void a_meeting_is_moved_to_a_day_a_time_or_both() {
        assertThat(TUESDAY.command("改期 HY-4 下周三 下午3点 主任出差"))
                .isEqualTo(new MeetingCommand.Reschedule(
                        NUMBER,
                        Optional.of(LocalDate.of(2026, 12, 2)),
                        Optional.of(LocalTime.of(15, 0)),
                        "主任出差",
                        false));
        assertThat(TUESDAY.command("改期 HY-4 确认 16:30 主任出差"))
                .isEqualTo(new MeetingCommand.Reschedule(
                        NUMBER, Optional.empty(), Optional.of(LocalTime.of(16, 30)), "主任出差", true));
        assertThat(TUESDAY.read("改期 HY-4 主任出差")).isInstanceOf(Reading.Incomplete.class);
        assertThat(TUESDAY.read("改期 HY-4 下周三")).isInstanceOf(Reading.Incomplete.class);
    }

    @Test
    void minutes_are_decisions_and_a_line_for_each_action_item() {
        MeetingCommand.Minute expected = new MeetingCommand.Minute(
                NUMBER,
                List.of(),
                "同意加印",
                List.of(
                        new Order("li.lei", "交付海报", LocalDate.of(2026, 12, 3)),
                        new Order("he.tao", "补齐样机", LocalDate.of(2026, 12, 4))));
        assertThat(TUESDAY.command("纪要 HY-4 同意加印\n- 李雷 12月3日前 交付海报\n- 何涛 补齐样机 12月4日"))
                .isEqualTo(expected);
        Map<String, String> form = Map.of("text", "同意加印", "orders", "李雷 12月3日前 交付海报\n\n- 何涛 12月4日前 补齐样机");
        assertThat(TUESDAY.with(form).command("纪要 HY-4")).isEqualTo(expected);
        Map<String, String> came = Map.of("text", "同意加印", "people", "李雷、何涛");
        assertThat(TUESDAY.with(came).command("纪要 HY-4"))
                .isEqualTo(new MeetingCommand.Minute(NUMBER, List.of("li.lei", "he.tao"), "同意加印", List.of()));
        assertThat(TUESDAY.with(Map.of("text", "同意加印", "people", "大家")).read("纪要 HY-4"))
                .isInstanceOf(Reading.Wrong.class);
        assertThat(TUESDAY.read("纪要 HY-4")).isInstanceOf(Reading.Incomplete.class);
        assertThat(TUESDAY.read("纪要 HY-4 同意\n- 何涛 尽快")).isInstanceOf(Reading.Wrong.class);
    }

    @Test
    void the_room_of_meetings_is_no_list_of_meetings() {
        assertThat(TUESDAY.command("会议")).isEqualTo(new MeetingCommand.Mine());
        assertThat(TUESDAY.command("会议室投影仪坏了,请信息技术部周五前修好")).isNotInstanceOf(MeetingCommand.Mine.class);
    }
}
