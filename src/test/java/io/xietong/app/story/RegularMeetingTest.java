package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 例会: meetings that the clock makes by the policy's rules. */
class RegularMeetingTest {

    private static final List<String> HEADS =
            List.of("zhang.wei", "zhao.min", "zheng.qiang", "ma.li", "gao.yuan", "song.jia");
    private static final List<String> COMMITTEE =
            List.of("chen.zong", "liu.fu", "zhang.wei", "zhao.min", "zheng.qiang", "ma.li", "gao.yuan", "song.jia");

    /** The first Wednesday of October 2026 lies in the National Day holiday: the committee meets on the first working day after it. */
    @Test
    void the_committee_of_a_quarter_is_called_over_a_holiday_with_notices_by_working_days() {
        try (Office office = Office.that_meets_at("2026-09-09T08:00:00")) {
            Employee sun = office.employee("sun.mi");
            Employee ma = office.employee("ma.li");
            office.it_becomes("2026-09-09T09:00:00");
            sun.sees("下一次例会已排定:10月8日(周四) 09:30").with("季度协调例会", "主持:陈总");
            sun.sees("下一次例会已排定:10月13日(周二) 14:00").with("月度通气会");
            sun.says("会议").sees("我的会议").with("HY-1 · 季度协调例会 · 已召集 · 10月8日(周四) 09:30 开始");
            ma.says("待办").sees("现在没有等你处理的事");

            office.it_becomes("2026-09-17T09:00:00");
            tells(office, COMMITTEE, "会议 10月8日(周四) 09:30 开始。请答复");
            office.nothing_else_was_said();
            office.employee("chen.zong").presses("参加");
            assertThat(ma.presses("请假", Map.of("text", "年度审计"))).contains("请假:年度审计");
            sun.sees("马丽 请假:年度审计");
            assertThat(office.employee("zhao.min").presses("委托", Map.of("text", "钱多")))
                    .contains("赵敏 委托 钱多 参加");
            office.employee("qian.duo").sees("赵敏 委托你参加会议,10月8日(周四) 09:30 开始");
            sun.sees("赵敏 委托 钱多 参加");
            office.it_becomes("2026-09-18T09:15:00");
            sun.sees("陈总 参加");

            office.it_becomes("2026-09-22T09:00:00");
            tells(office, HEADS, "会议 10月13日(周二) 14:00 开始。请答复");
            office.it_becomes("2026-09-23T09:00:00");
            tells(
                    office,
                    List.of("zhang.wei", "zheng.qiang", "gao.yuan", "song.jia", "liu.fu"),
                    "10月8日(周四) 09:30 开始。请答复,有要讨论的请提议题");
            tells(office, List.of("chen.zong", "qian.duo"), "10月8日(周四) 09:30 开始。有要讨论的,请提议题");
            sun.sees("请核对议程和未答复的人").with("未答复:刘副、张伟、郑强、高远、宋佳", "委托:钱多(代 赵敏)", "请假:马丽(年度审计)");
            reissued(office);

            office.it_becomes("2026-09-30T09:00:00");
            tells(
                    office,
                    List.of("zhang.wei", "zheng.qiang", "gao.yuan", "song.jia", "liu.fu"),
                    "会议 10月8日(周四) 09:30 开始,你还没有答复");
            tells(office, List.of("chen.zong", "qian.duo"), "会议 10月8日(周四) 09:30 开始");
            tells(office, HEADS, "会议 10月13日(周二) 14:00 开始。请答复,有要讨论的请提议题");
            sun.sees("会议 10月13日(周二) 14:00 开始,已请参会人提议题");
            reissued(office);

            office.it_becomes("2026-10-08T08:30:00");
            tells(
                    office,
                    List.of("zhang.wei", "zheng.qiang", "gao.yuan", "song.jia", "liu.fu", "chen.zong", "qian.duo"),
                    "会议即将开始:10月8日(周四) 09:30");
            reissued(office);
            office.it_becomes("2026-10-08T09:30:00");
            sun.sees("会议开始了,请参会人签到。纪要应在 10月9日(周五) 18:00 前分发");
        }
    }

    @Test
    void open_matters_put_themselves_on_the_agenda_and_action_items_carry_over() {
        try (Office office = Office.that_meets_at("2026-09-01T08:00:00")) {
            Employee sun = office.employee("sun.mi");
            office.it_becomes("2026-09-08T14:00:00");
            read_all(office);
            sun.says("纪要 HY-1 各部门按期\n- 何涛 10月20日前 补齐样机").sees("纪要第 1 稿,行动项 1 个");
            sun.says("分发 HY-1 确认").sees("分发纪要第 1 稿");
            office.employee("li.lei").says("求助 生产部 新品样机两台");
            office.it_becomes("2026-09-30T09:00:00");
            office.employee("zhang.wei")
                    .sees("会议 10月13日(周二) 14:00 开始。请答复,有要讨论的请提议题")
                    .with("议题 1. 逾期的需求 XQ-1", "议题 2. 未完成的行动项 XD-1");
            read_all(office);
            office.employee("he.tao").says("完成 XD-1 已入库").sees("完成:已入库");
            office.it_becomes("2026-10-12T09:00:00");
            assertThat(office.employee("zhang.wei")
                            .sees("会议 10月13日(周二) 14:00 开始,你还没有答复")
                            .text())
                    .contains("议题 1. 逾期的需求 XQ-1")
                    .doesNotContain("XD-1");
        }
    }

    @Test
    void a_series_makes_each_meeting_once_however_often_and_late_the_bell_rings() {
        try (Office office = Office.that_meets_at("2026-09-09T09:00:00")) {
            office.it_becomes("2026-09-09T09:30:00");
            office.engine.timeMachine().moveTo(office.clock.instant());
            office.employee("sun.mi").sees("10月8日(周四) 09:30");
            office.employee("sun.mi").sees("10月13日(周二) 14:00");
            office.nothing_else_was_said();
            office.clock.set(office.clock.instant().plus(Duration.ofDays(60)), office.database);
            office.passes("PT1H");
            read_all(office);
            office.employee("sun.mi").says("会议").sees("我的会议").with("11月10日(周二) 14:00 开始");
        }
    }

    /** Days off of 2027 are published when its first meetings are called already. */
    @Test
    void a_meeting_whose_day_becomes_a_day_off_moves_to_the_next_working_day_and_asks_anew(@TempDir Path folder)
            throws Exception {
        Files.copyWithMeetings(folder);
        try (Office office = Office.of(folder, "2026-12-21T09:00:00")) {
            office.it_becomes("2026-12-22T09:30:00");
            read_all(office);
            office.employee("zhao.min").says("参加 HY-1").sees("赵敏 参加").with("1月6日(周三) 09:30", "暂估");
            java.nio.file.Files.writeString(folder.resolve("calendar/2027.yml"), """
                    year: 2027
                    days: [{ date: 2027-01-06, name: 店庆, working: false }]
                    """);
            office.employee("sun.mi").says("日历 导入").sees("日历已重新读取");
            tells(office, COMMITTEE, "工作日历有变,会议由 1月6日(周三) 09:30 改到 1月7日(周四) 09:30。请重新答复");
            office.employee("sun.mi").sees("工作日历有变,会议由 1月6日(周三) 09:30 改到 1月7日(周四) 09:30");
            office.nothing_else_was_said();
            office.employee("sun.mi")
                    .says("HY-1")
                    .sees("HY-1")
                    .with("1月7日(周四) 09:30", "未答复:陈总、刘副、张伟、赵敏")
                    .without("暂估");
            office.employee("sun.mi").says("轨迹 HY-1").sees("HY-1 的轨迹").with("因放假安排,会议由 1月6日(周三) 09:30 改到");
        }
    }

    private static void tells(Office office, List<String> people, String headline) {
        for (String person : people) office.employee(person).sees(headline);
    }

    /** Cards whose life on the platform ends are sent anew with the first work of a day; that has a story of its own. */
    private static void reissued(Office office) {
        read_all(office);
    }

    private static void read_all(Office office) {
        COMMITTEE.forEach(office::read_all);
        office.read_all("sun.mi", "qian.duo", "li.lei", "he.tao", "xu.ning", "feng.lin");
    }
}
