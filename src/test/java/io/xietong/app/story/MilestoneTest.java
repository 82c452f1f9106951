package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A project that runs: reminders, what is reached and put off, new baselines, reports and the end (plan duties 12, 13, 28). */
class MilestoneTest {

    private static final List<String> EVERYBODY =
            List.of("li.lei", "han.mei", "zhou.jie", "he.tao", "zhang.wei", "zhao.min", "zheng.qiang");

    /** Design review on 15 December, series production on 20 January; led by Han Mei. @param gate what ends the first line */
    static void started(Office office, String gate) {
        office.employee("li.lei").says("""
                立项 新品上市
                牵头 韩梅
                设计评审 2026-12-15 设计部+市场部 设计稿 %s
                量产 2027-01-20 生产部 首批5000件""".formatted(gate));
        for (String head : CharterTest.HEADS) office.employee(head).says("签署 XM-1");
        office.employee("han.mei").says("承担 XM-1");
        office.read_all(EVERYBODY.toArray(String[]::new));
        office.nothing_else_was_said();
    }

    @Test
    void a_milestone_is_reminded_of_ahead_of_its_day_and_overdue_it_climbs_to_the_head_and_the_lead() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            started(office, "");
            office.employee("zhou.jie").says("待办").sees("待办").with("XM-1 · 新品上市 · 进行中 · 截止 12月15日(周二) 18:00");
            Map<String, String> days = new LinkedHashMap<>();
            days.put("2026-12-08", "还有 5 个工作日到期(12月15日(周二) 18:00)");
            days.put("2026-12-11", "还有 2 个工作日到期(12月15日(周二) 18:00)");
            days.put("2026-12-15", "今天到期(12月15日(周二) 18:00)");
            days.forEach((day, due) -> {
                office.it_becomes(day + "T09:00:00");
                office.employee("zhou.jie").sees("里程碑 1「设计评审」" + due).offering("达成 1", "延期 1", "评论");
                office.employee("han.mei").sees("里程碑 1「设计评审」" + due).offering("达成 1", "延期 1", "周报", "评论");
                sent_anew(office);
            });
            office.it_becomes("2026-12-15T18:00:00");
            office.employee("zhao.min").sees("里程碑 1「设计评审」已到期(截止 12月15日(周二) 18:00),设计部 还没有报告达成");
            office.employee("han.mei").sees("里程碑 1「设计评审」已到期");
            office.nothing_else_was_said();
            office.it_becomes("2026-12-16T09:00:00");
            office.employee("zhao.min").sees("里程碑 1「设计评审」已到期");
            office.employee("han.mei").sees("里程碑 1「设计评审」已到期").with("! 1 设计评审");
            office.nothing_else_was_said();
            office.employee("he.tao").says("达成 XM-1 1").sees("只有 设计部 或牵头人 韩梅 能报告 XM-1 的里程碑 1");
            office.employee("zhou.jie").says("达成 XM-1").sees("请写明是哪个里程碑,例如「达成 XM-1 2」。还没有达成的:1 设计评审、2 量产");
            office.employee("zhou.jie").says("达成 XM-1 7").sees("XM-1 没有里程碑 7");
            assertThat(office.employee("zhao.min").presses("达成 1", Map.of("text", "已定稿")))
                    .contains("里程碑 1「设计评审」达成。已定稿");
            office.employee("han.mei").sees("赵敏 报告里程碑 1「设计评审」已达成。已定稿").with("✓ 1 设计评审", "里程碑 1/2");
            office.employee("he.tao").sees("里程碑 1 已达成,接下来是你部门主导的 2「量产」").offering("达成 2", "延期 2", "评论");
            office.nothing_else_was_said();
            office.employee("zhao.min").says("达成 XM-1 1").sees("XM-1 的里程碑 1 已经达成");
        }
    }

    /** Cards older than two weeks are sent anew; not what this story is about. */
    private static void sent_anew(Office office) {
        office.read_all(EVERYBODY.toArray(String[]::new));
        office.nothing_else_was_said();
    }

    @Test
    void what_lies_behind_a_key_milestone_is_locked() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            started(office, "关键节点");
            office.employee("he.tao").says("达成 XM-1 2").sees("XM-1 的里程碑 2 还锁着:关键节点 1「设计评审」的联合评审通过后才能达成,请说「评审 XM-1 1」");
            office.employee("zhou.jie")
                    .says("达成 XM-1 1 已定稿")
                    .sees("里程碑 1「设计评审」达成")
                    .with("关键节点,待评审「评审 XM-1 1」");
            office.employee("han.mei").sees("周洁 报告里程碑 1「设计评审」已达成");
            office.nothing_else_was_said();
            office.employee("he.tao").says("达成 XM-1 2").sees("XM-1 的里程碑 2 还锁着");
            office.employee("han.mei")
                    .says("结项 XM-1 做完了")
                    .sees("这些里程碑还没有完成:1 设计评审、2 量产")
                    .offering("结项");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_slip_needs_a_reason_and_a_department_and_only_lead_and_committee_move_the_baseline() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            started(office, "");
            Employee he = office.employee("he.tao");
            he.says("延期 XM-1 2").sees("请写明延到哪天、责任部门和理由").in_form("新日期、责任部门、理由");
            he.says("延期 XM-1 2 2027-02-10 物料晚到").sees("请写明责任部门,例如");
            he.says("延期 XM-1 2 2027-02-10 市场部").sees("请写明延期的理由");
            he.says("延期 XM-1 2 2026-12-30 市场部 太早").sees("新日期要晚于 1月20日(周三)");
            office.employee("li.lei").says("延期 XM-1 2 2027-02-10 市场部 名单晚到").sees("只有 生产部 或牵头人 韩梅 能报告 XM-1 的里程碑 2");
            office.employee("han.mei").says("重定基线 XM-1 反正要改").sees("XM-1 的日期与基线一致,不需要重定");
            he.says("延期 XM-1 2 2027-02-10 市场部 渠道名单晚到")
                    .sees("里程碑 2「量产」由 1月20日(周三) 延至 2月10日(周三),责任部门 市场部:渠道名单晚到")
                    .with("2 量产 · 2月10日(周三) · 生产部 · 首批5000件 · 基线 1月20日(周三)");
            for (String reader : List.of("han.mei", "zhang.wei", "zheng.qiang"))
                office.employee(reader).sees("何涛 把里程碑 2「量产」延至 2月10日(周三),责任部门 市场部:渠道名单晚到");
            office.nothing_else_was_said();

            he.says("重定基线 XM-1 渠道改了").sees("只有牵头人 韩梅 能对 XM-1 这样做");
            office.employee("han.mei").says("重定基线 XM-1 渠道改了").sees("提请委员会表决重定基线,由 陈总 主持");
            for (String voter : List.of("zhang.wei", "zhao.min", "zheng.qiang", "ma.li", "gao.yuan", "song.jia"))
                office.employee(voter).sees("牵头人申请重定基线,请在 12月1日(周二) 18:00 前表决:渠道改了");
            office.employee("chen.zong").sees("牵头人申请重定基线").offering("同意", "反对", "弃权", "评论");
            office.nothing_else_was_said();
            assertThat(office.employee("chen.zong").presses("同意")).contains("陈总 投票:同意");
            for (String reader : EVERYBODY) office.employee(reader).sees("委员会同意重定基线");
            office.nothing_else_was_said();
            assertThat(he.says("XM-1").sees("XM-1 新品上市").text()).doesNotContain("基线");
        }
    }

    @Test
    void lead_members_and_name_are_changed_by_those_who_may() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            started(office, "");
            office.employee("he.tao").says("成员 XM-1 加入 李雷").sees("只有牵头人 韩梅、牵头部门负责人、秘书或本人的部门负责人");
            office.employee("zheng.qiang").says("成员 XM-1 加入 许宁").sees("许宁 加入");
            office.employee("xu.ning").sees("郑强 请你加入这个项目");
            office.employee("han.mei").says("成员 XM-1 退出 许宁").sees("许宁 退出");
            office.employee("xu.ning").sees("韩梅 把你移出了这个项目");
            office.employee("han.mei").says("成员 XM-1 许宁").sees("请写明谁加入或退出");
            office.employee("han.mei")
                    .says("改名 XM-1 新品上市二期")
                    .sees("名称由「新品上市」改为「新品上市二期」")
                    .with("XM-1 新品上市二期");
            office.nothing_else_was_said();

            office.employee("han.mei").says("牵头 XM-1 王芳 我调岗").sees("只有 市场部 负责人或委员会主任能更换 XM-1 的牵头人");
            office.employee("zhang.wei").says("牵头 XM-1 王芳 韩梅调岗").sees("牵头人由 韩梅 改为 王芳。韩梅调岗");
            office.employee("wang.fang")
                    .sees("张伟 指定你牵头这个项目,请在 11月26日(周四) 18:00 前承担。韩梅调岗")
                    .offering("承担", "不承担", "评论");
            office.employee("han.mei").sees("张伟 指定由 王芳 牵头这个项目");
            office.nothing_else_was_said();
            assertThat(office.employee("wang.fang").presses("承担", Map.of("text", "30%")))
                    .contains("王芳 承担牵头,投入 30%");
            office.employee("li.lei").sees("王芳 已承担牵头");
            office.nothing_else_was_said();
        }
    }

    @Test
    void the_lead_gives_tasks_sends_the_weekly_report_and_closes_it() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            started(office, "");
            Employee han = office.employee("han.mei");
            han.says("行动项 XM-1 何涛 排产计划 周五").sees("XD-1 排产计划").with("来自:XM-1");
            office.employee("he.tao").sees("韩梅 给你指派了行动项");
            han.says("行动项 何涛 排产计划 周五").sees("给别的部门的同事(何涛)派事请用「求助」");
            office.employee("zhou.jie").says("达成 XM-1 1 已定稿").sees("里程碑 1「设计评审」达成");
            office.read_all("han.mei", "he.tao");
            office.employee("zhou.jie").says("周报 XM-1 一切正常").sees("只有牵头人 韩梅 能对 XM-1 这样做");
            han.says("周报 XM-1").sees("XM-1 周报").with("根据事实草拟").in_form("周报");
            assertThat(han.presses("发送周报", Map.of("text", "进度:里程碑 1/2,一切正常"))).contains("周报:进度:里程碑 1/2,一切正常");
            for (String reader : List.of("li.lei", "zhou.jie", "he.tao", "zhang.wei", "zhao.min", "zheng.qiang"))
                office.employee(reader).sees("韩梅 发送了周报:进度:里程碑 1/2,一切正常");
            office.nothing_else_was_said();

            office.employee("he.tao").says("达成 XM-1 2 首批已下线").sees("里程碑 2「量产」达成");
            han.sees("何涛 报告里程碑 2「量产」已达成,全部里程碑完成,可以结项了。首批已下线").offering("结项", "周报", "评论");
            office.employee("he.tao").says("结项 XM-1 如期").sees("只有牵头人 韩梅 能对 XM-1 这样做");
            assertThat(han.presses("结项", Map.of("text", "如期上市"))).contains("结项:如期上市");
            for (String reader : List.of("li.lei", "zhou.jie", "he.tao", "zhang.wei", "zhao.min", "zheng.qiang"))
                office.employee(reader).sees("韩梅 结项:如期上市").with("已结项", "结论:如期上市");
            office.nothing_else_was_said();
            office.employee("he.tao").says("完成 XD-1 排好了").sees("完成:排好了");
            han.sees("何涛 已完成:排好了");
            office.passes("P60D");
            office.nothing_else_was_said();
        }
    }

    @Test
    void on_fridays_the_lead_is_reminded_of_the_report_until_it_is_sent() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            started(office, "");
            Employee han = office.employee("han.mei");
            office.it_becomes("2026-11-27T09:00:00");
            han.sees("今天请发周报").offering("达成 1", "延期 1", "周报", "评论");
            office.nothing_else_was_said();
            assertThat(han.presses("周报")).isEmpty();
            han.sees("XM-1 周报").with("根据事实草拟").in_form("周报");
            assertThat(han.presses("发送周报", Map.of("text", "一切正常"))).contains("周报:一切正常");
            office.read_all("li.lei", "zhou.jie", "he.tao", "zhang.wei", "zhao.min", "zheng.qiang");
            office.it_becomes("2026-12-03T18:00:00");
            office.nothing_else_was_said();
            office.it_becomes("2026-12-04T18:00:00");
            han.sees("今天请发周报");
            han.sees("本周的周报还没有发送");
            office.nothing_else_was_said();
        }
    }
}
