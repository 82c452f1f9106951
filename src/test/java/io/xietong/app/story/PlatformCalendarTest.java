package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.emulator.EmulatedCalendar;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A meeting stands in the platforms' own calendars, once for each, as long as it is to come. */
class PlatformCalendarTest {

    private static final Map<String, String> WHERE =
            Map.of("zhang.wei", "feishu", "li.lei", "feishu", "he.tao", "wecom", "zhao.min", "dingtalk");

    private static EmulatedCalendar calendar(Office office, String person) {
        return ((EmulatedStage) office.venueOf(person).stage()).emulator().calendar();
    }

    private static EmulatedCalendar.Event only(Office office, String person) {
        List<EmulatedCalendar.Event> events = calendar(office, person).all();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    @Test
    void each_of_three_platforms_has_it_once_moved_and_taken_out_with_the_meeting(@TempDir Path folder) {
        Files.copy(folder, "organisation.yml", text -> Files.eachOnOne(text, WHERE));
        try (Office office = Office.onSeveral(
                folder, "2026-11-24T09:00:00", "feishu-webhook", "wecom-webhook", "dingtalk-webhook")) {
            Employee zhang = office.employee("zhang.wei");
            zhang.says("开会 新品上市例会 周五 14:00 何涛 李雷 赵敏").sees("HY-1 新品上市例会");
            for (String person : List.of("he.tao", "li.lei", "zhao.min"))
                office.employee(person).sees("张伟 请你参加会议");
            Instant friday = Instant.parse("2026-11-27T06:00:00Z");
            for (String person : List.of("zhang.wei", "he.tao", "zhao.min")) {
                assertThat(only(office, person).title()).isEqualTo("新品上市例会");
                assertThat(only(office, person).startsAt()).isEqualTo(friday);
            }
            assertThat(only(office, "zhang.wei").attendees()).containsExactly("ou_lilei", "ou_zhangwei");
            assertThat(only(office, "he.tao").attendees()).containsExactly("hetao");
            assertThat(only(office, "zhao.min").attendees()).containsExactly("u-zhaomin");

            office.employee("li.lei").says("请假 HY-1 去展会").sees("请假:去展会");
            zhang.sees("李雷 请假:去展会");
            assertThat(only(office, "zhang.wei").attendees()).containsExactly("ou_zhangwei");

            zhang.says("改期 HY-1 下周一 15:00 样机晚到").sees("会议将改到 11月30日(周一) 15:00");
            zhang.presses("改期");
            for (String person : List.of("he.tao", "li.lei", "zhao.min"))
                office.employee(person).sees("张伟 把会议由 11月27日(周五) 14:00 改到 11月30日(周一) 15:00");
            for (String person : List.of("zhang.wei", "he.tao", "zhao.min"))
                assertThat(only(office, person).startsAt()).isEqualTo(Instant.parse("2026-11-30T07:00:00Z"));
            assertThat(only(office, "zhang.wei").attendees()).containsExactly("ou_lilei", "ou_zhangwei");

            zhang.says("取消 HY-1 已书面解决").sees("11月30日(周一) 15:00 的会议将取消");
            zhang.presses("取消会议");
            for (String person : List.of("he.tao", "li.lei", "zhao.min"))
                office.employee(person).sees("张伟 取消了 11月30日(周一) 15:00 的会议");
            for (String person : List.of("zhang.wei", "he.tao", "zhao.min")) {
                assertThat(calendar(office, person).all()).isEmpty();
                assertThat(calendar(office, person).count()).isEqualTo(1);
            }
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_regular_meeting_stands_there_from_its_first_notice_on_and_moves_also_before_the_next(@TempDir Path folder) {
        Files.copyWithMeetings(folder);
        try (Office office = Office.onSeveral(folder, "2026-09-09T08:00:00", "feishu-webhook")) {
            Employee sun = office.employee("sun.mi");
            office.it_becomes("2026-09-09T09:00:00");
            sun.sees("下一次例会已排定:10月8日(周四) 09:30").with("季度协调例会");
            assertThat(calendar(office, "sun.mi").all()).isEmpty();

            office.it_becomes("2026-09-17T09:00:00");
            assertThat(only(office, "sun.mi").title()).isEqualTo("季度协调例会");
            assertThat(only(office, "sun.mi").attendees()).hasSize(8).contains("ou_chenzong", "ou_liufu");

            sun.says("改期 HY-1 2026-11-12 09:30 主任出差").sees("会议将改到 11月12日(周四) 09:30");
            sun.presses("改期");
            assertThat(only(office, "sun.mi").startsAt()).isEqualTo(Instant.parse("2026-11-12T01:30:00Z"));
            sun.says("取消 HY-1 确认 并入下一季度").sees("取消会议:并入下一季度");
            assertThat(calendar(office, "sun.mi").all()).isEmpty();
        }
    }
}
