package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 例会 of a project: weekly or daily, set by its lead, made by the clock, and over with the project (spec.md 4.5). */
class ProjectMeetingTest {

    private static final List<String> MEMBERS = List.of("li.lei", "zhou.jie", "he.tao");
    private static final List<String> GROUP = List.of("han.mei", "li.lei", "zhou.jie", "he.tao");

    private static void tells(Office office, List<String> people, String text) {
        people.forEach(person -> office.employee(person).sees(text));
    }

    @Test
    void the_lead_sets_a_weekly_meeting_which_the_clock_calls_with_what_is_late_on_its_agenda() {
        try (Office office = Office.at("2026-12-14T09:00:00")) {
            MilestoneTest.started(office, "");
            Employee han = office.employee("han.mei");
            office.employee("li.lei").says("例会 XM-1 每周三 14:00").sees("只有牵头人 韩梅 能对 XM-1 这样做");
            han.says("例会 XM-1 停止").sees("XM-1 没有自己的例会");
            han.says("例会 XM-1").sees("XM-1 的例会什么时候开?").in_form("什么时候");
            assertThat(han.presses("提交", Map.of("text", "有空的时候"))).contains("XM-1 的例会什么时候开?");
            office.nothing_else_was_said();
            han.says("例会 XM-1 每周三 14:00-15:30").sees("例会定为每周三 14:00(1小时30分钟)").with("例会:每周三 14:00(1小时30分钟)");
            tells(office, MEMBERS, "韩梅 把项目例会定为每周三 14:00(1小时30分钟)");
            office.nothing_else_was_said();

            office.passes("PT1M");
            tells(office, MEMBERS, "例会 12月16日(周三) 14:00 开始。请答复");
            han.sees("12月16日(周三) 14:00").with("HY-1 新品上市 周例会", "主持:韩梅");
            office.employee("li.lei").presses("参加");
            office.read_all("han.mei", "zhou.jie", "zhao.min");
            office.it_becomes("2026-12-15T18:00:00");
            office.read_all("han.mei", "li.lei", "zhou.jie", "he.tao", "zhao.min");
            han.says("HY-1").sees("HY-1 新品上市 周例会");
            han.says("议题 HY-1 包装").sees("包装");
            office.it_becomes("2026-12-16T13:00:00");
            office.read_all("zhao.min");
            tells(office, GROUP, "会议即将开始:12月16日(周三) 14:00");
            office.read_all("han.mei", "li.lei", "zhou.jie", "he.tao");
            office.it_becomes("2026-12-16T14:00:00");
            office.read_all("han.mei", "li.lei", "zhou.jie", "he.tao");
            han.says("纪要 HY-1 加快\n- 何涛 12月25日前 补样机").sees("纪要第 1 稿");
            han.says("分发 HY-1 确认").sees("分发纪要第 1 稿");
            han.says("站会 XM-1 开启");
            office.it_becomes("2026-12-21T10:00:00");
            office.employee("he.tao").says("站会 XM-1 排产;试产;缺一种料");
            office.it_becomes("2026-12-22T09:00:00");
            office.read_all("han.mei", "li.lei", "zhou.jie", "he.tao", "zhao.min");
            han.says("HY-2")
                    .sees("HY-2 新品上市 周例会")
                    .with(
                            "12月23日(周三) 14:00",
                            "XM-1 逾期的里程碑:1 设计评审(应在 12月15日(周二) 前)",
                            "XM-1 阻碍:缺一种料(何涛)",
                            "未完成的行动项 XD-1");

            han.says("例会 XM-1 停止").sees("不再开例会");
            tells(office, MEMBERS, "韩梅 停了项目例会");
            tells(office, MEMBERS, "韩梅 取消了 12月23日(周三) 14:00 的会议:XM-1 的例会已变动或结束");
            office.it_becomes("2026-12-31T14:00:00");
            List<Long> made =
                    office.database.read(books -> books.meetings().about(new ItemNumber(ItemKind.PROJECT, 1)));
            assertThat(made).containsExactly(1L, 2L);
        }
    }

    @Test
    void a_daily_meeting_tells_once_a_day_owes_no_minutes_and_ends_with_the_project() {
        try (Office office = Office.at("2026-11-26T10:00:00")) {
            MilestoneTest.started(office, "");
            Employee han = office.employee("han.mei");
            han.says("例会 XM-1 每天 9:15").sees("例会定为每个工作日 09:15").with("例会:每个工作日 09:15");
            tells(office, MEMBERS, "韩梅 把项目例会定为每个工作日 09:15");
            office.passes("PT1M");
            office.nothing_else_was_said();

            office.it_becomes("2026-11-27T08:30:00");
            tells(office, GROUP, "会议即将开始:11月27日(周五) 09:15");
            han.says("HY-1").sees("HY-1 新品上市 每日例会").with("15分钟");
            han.says("待办").sees("待办").without("HY-1");
            office.it_becomes("2026-11-27T09:15:00");
            office.read_all("han.mei", "li.lei", "zhou.jie", "he.tao");
            office.employee("li.lei").says("签到 HY-1").sees("签到");
            office.read_all("han.mei");
            office.it_becomes("2026-11-30T08:30:00");
            office.read_all("han.mei");
            tells(office, MEMBERS, "会议即将开始:11月30日(周一) 09:15");
            office.it_becomes("2026-11-30T18:00:00");
            office.read_all("han.mei", "li.lei", "zhou.jie", "he.tao");
            han.says("轨迹 HY-1").sees("HY-1 的轨迹").with("会议已结束,没有写纪要");

            han.says("结项 XM-1 确认 做完了").sees("结项");
            office.read_all("han.mei", "li.lei", "zhou.jie", "he.tao", "zhang.wei", "zhao.min", "zheng.qiang");
            office.it_becomes("2026-12-03T18:00:00");
            office.nothing_else_was_said();
            han.says("HY-3").sees("HY-3 新品上市 每日例会").with("已取消");
            han.says("例会 XM-1 每天 9:15").sees("XM-1 现在是「已结项」");
            office.nothing_else_was_said();
        }
    }

    @Test
    void who_has_another_meeting_then_is_named_to_who_calls_one() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee zhang = office.employee("zhang.wei");
            zhang.says("开会 定价 11月26日 14:00-15:00 李雷 周洁").sees("HY-1 定价");
            office.read_all("li.lei", "zhou.jie");
            office.employee("zhou.jie").says("请假 HY-1 出差");
            office.read_all("zhou.jie", "zhang.wei");
            Employee zhao = office.employee("zhao.min");
            zhao.says("开会 海报 11月26日 14:30-15:30 李雷 周洁").sees("HY-2 海报");
            zhao.sees("HY-2 那时已另有会议的人:李雷。会议照常,要避开请「改期 HY-2」");
            office.read_all("li.lei", "zhou.jie");
            zhao.says("开会 包装 11月26日 15:30 李雷").sees("HY-3 包装");
            office.read_all("li.lei");
            office.nothing_else_was_said();
        }
    }
}
