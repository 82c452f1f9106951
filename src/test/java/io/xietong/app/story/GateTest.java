package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 联合评审: all departments pass a key node before the next stage begins (plan duties 15, 32, 33). */
class GateTest {

    private static final String[] ANSWERS = {"通过", "有条件通过", "不通过", "弃权"};

    @Test
    void the_next_stage_opens_when_every_department_has_passed_this_one() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee han = office.employee("han.mei");
            Pilot.started(office);
            han.says("评审 XM-1")
                    .sees("PS-1 设计")
                    .with("评审中 · 0/3 个部门已答复,还差 市场部、设计部、生产部", "截止 11月27日(周五) 18:00")
                    .with("项目:XM-1 第 1 个里程碑:设计", "牵头人:韩梅", "生产部:未答复(等 何涛)")
                    .offering(ANSWERS)
                    .in_form("条件(每行一条,可写谁、哪天前)或理由");
            Seen card = null;
            for (String contact : Pilot.CONTACTS)
                card = office.employee(contact)
                        .sees("韩梅 发起「设计」的联合评审,请代表本部门在 11月27日(周五) 18:00 前答复")
                        .offering(ANSWERS);
            office.nothing_else_was_said();
            han.says("评审 XM-1 1").sees("「设计」已有评审 PS-1");
            office.employee("he.tao").says("待办").sees("待办").with("PS-1 · 设计 · 评审中 · 截止 11月27日(周五) 18:00");

            assertThat(office.employee("he.tao").presses(card, "通过", Map.of())).contains("生产部答复:通过");
            office.employee("zheng.qiang")
                    .sees("何涛 代表本部门答复:通过。如需改判请在 11月24日(周二) 14:30 前")
                    .with("生产部:通过(何涛 11月24日(周二) 09:00),负责人可在 11月24日(周二) 14:30 前改判")
                    .offering(ANSWERS);
            office.employee("zhang.wei").says("通过 PS-1").sees("市场部答复:通过").with("2/3 个部门已答复,还差 设计部");
            office.nothing_else_was_said();
            office.employee("zhao.min").says("通过 PS-1").sees("设计部答复:通过").with("3 个部门都已答复,等负责人改判期结束");
            office.nothing_else_was_said();
            office.it_becomes("2026-11-24T14:30:00");
            for (String other : List.of("zhang.wei", "zhao.min", "zheng.qiang", "he.tao"))
                office.employee(other).sees("「设计」评审通过,下一阶段已开启").with("已通过 · 下一阶段已开启");
            han.sees("关键节点 1「设计」已放行");
            office.employee("he.tao").sees("你部门主导的里程碑 2「试产」可以开始了");
            office.nothing_else_was_said();

            han.says("评审 XM-1 1").sees("「设计」已由 PS-1 通过,不用再评审");
            han.says("评审 XM-1 3").sees("XM-1 的里程碑「量产」不是关键节点,不用评审");
            han.says("评审 XM-1 9").sees("XM-1 没有第 9 个里程碑");
            office.employee("sun.mi")
                    .says("轨迹 PS-1")
                    .sees("PS-1 的轨迹")
                    .with("韩梅:发起 XM-1 第 1 个里程碑「设计」的评审,参加部门:市场部、设计部、生产部")
                    .with("何涛:生产部答复:通过", "系统:负责人改判时限已到", "系统:评审通过,下一阶段开启");
            office.nothing_else_was_said();
        }
    }

    @Test
    void one_department_against_it_keeps_the_stage_locked_until_another_round_passes() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee han = office.employee("han.mei");
            Pilot.reviewed(office);
            office.employee("zhou.jie").says("不通过 PS-1").sees("请写明不通过的理由").in_form("不通过的理由");
            assertThat(office.employee("zhou.jie").presses("提交", Map.of("text", "主视觉未定稿")))
                    .contains("设计部答复:不通过,主视觉未定稿");
            han.sees("设计部 答复:不通过,主视觉未定稿");
            office.employee("zhao.min").sees("周洁 代表本部门答复:不通过,主视觉未定稿");
            office.employee("wu.yue").says("通过 PS-1").sees("周洁 已代表设计部答复「不通过」;11月24日(周二) 14:30 前负责人可以改判");
            office.employee("zhou.jie").says("评论 PS-1 周四能定").sees("评论:周四能定");
            han.sees("周洁 评论:周四能定");
            office.nothing_else_was_said();

            assertThat(office.employee("zhao.min").presses("不通过", Map.of("text", "同意周洁")))
                    .contains("设计部答复:不通过,同意周洁");
            han.sees("设计部 不通过,下一阶段保持锁定。改好后可以「再评」").offering("再评", "争议", "撤回").in_form("改了什么");
            for (String other : List.of("zhang.wei", "zheng.qiang", "li.lei", "he.tao"))
                office.employee(other).sees("设计部 不通过,下一阶段保持锁定").with("未通过 · 下一阶段锁定;不通过:设计部");
            office.nothing_else_was_said();
            han.says("评审 XM-1 2").sees("「试产」还锁着:先要通过「设计」的评审");
            office.employee("he.tao").says("通过 PS-1").sees("PS-1 现在是「未通过」,不能这样做");
            office.employee("he.tao").says("再评 PS-1 改好了").sees("只有牵头人 韩梅、市场部的负责人或秘书能这样做");
            han.says("待办").sees("待办").with("PS-1 · 设计 · 未通过");
            office.nothing_else_was_said();

            assertThat(han.presses("PS-1")).isEmpty();
            han.sees("PS-1 设计").offering("再评", "争议", "撤回");
            assertThat(han.presses("再评", Map.of("text", "主视觉已定稿"))).contains("发起第 2 轮评审,改动:主视觉已定稿");
            for (String contact : Pilot.CONTACTS)
                office.employee(contact)
                        .sees("韩梅 发起第 2 轮评审,改动:主视觉已定稿。请代表本部门在 11月27日(周五) 18:00 前答复")
                        .with("本轮:第 2 轮,改动:主视觉已定稿", "设计部:未答复");
            office.nothing_else_was_said();
            for (String head : Pilot.HEADS) office.employee(head).says("通过 PS-1");
            office.employee("zheng.qiang").sees("生产部答复:通过").with("已通过");
            Pilot.read(office);
            han.says("轨迹 PS-1").sees("PS-1 的轨迹").with("周洁:设计部答复:不通过,主视觉未定稿", "评审未通过:设计部", "发起第 2 轮评审");
            office.nothing_else_was_said();
        }
    }

    @Test
    void conditions_become_action_items_and_hold_the_next_gate() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee han = office.employee("han.mei");
            Pilot.reviewed(office);
            office.employee("zhao.min").says("通过 PS-1");
            office.employee("zhang.wei").says("通过 PS-1");
            office.employee("zheng.qiang").says("有条件通过 PS-1 何涛 2026-11-20 补齐样机").sees("已经过去");
            office.employee("zheng.qiang").says("有条件通过 PS-1 何涛 12月4日前 补齐样机\n- 设计部 出一版包装\n渠道清单补全");
            office.employee("zheng.qiang").sees("生产部答复:有条件通过").with("已通过 · 下一阶段已开启");
            office.employee("he.tao").sees("郑强 给你指派了行动项,请在 12月4日(周五) 前完成").with("XD-1 补齐样机", "来自:PS-1");
            office.employee("zhou.jie").sees("郑强 给你指派了行动项,请在 12月8日(周二) 前完成").with("XD-2 出一版包装");
            han.sees("郑强 给你指派了行动项").with("XD-3 渠道清单补全");
            Pilot.read(office);
            office.nothing_else_was_said();

            office.employee("zhang.wei")
                    .says("评审 XM-1 2")
                    .sees("PS-2 试产")
                    .with("前面评审未完成的条件:XD-1 补齐样机、XD-2 出一版包装、XD-3 渠道清单补全");
            Pilot.read(office);
            office.employee("he.tao").says("完成 XD-1 两台已入库").sees("完成:两台已入库");
            office.employee("zheng.qiang").sees("何涛 已完成:两台已入库");
            for (String head : Pilot.HEADS) office.employee(head).says("通过 PS-2");
            office.employee("zheng.qiang").sees("生产部答复:通过").with("待条件完成 · 各部门都已通过,前面评审的条件完成后自动通过");
            office.read_all("zhang.wei", "zhao.min");
            han.sees("各部门都已通过,但前面评审的条件还没有完成:XD-2 出一版包装、XD-3 渠道清单补全。完成后自动通过");
            office.nothing_else_was_said();
            office.employee("zhou.jie").says("完成 XD-2 已出");
            office.employee("zheng.qiang").sees("周洁 已完成:已出");
            office.read_all("zhou.jie");
            office.employee("zheng.qiang").says("撤回 XD-3 确认").sees("取消");
            han.sees("郑强 取消了这项");
            for (String other : List.of("zhang.wei", "zhao.min"))
                office.employee(other).sees("「试产」评审通过,下一阶段已开启");
            han.sees("XM-1");
            office.read_all("he.tao");
            office.nothing_else_was_said();
            han.says("轨迹 PS-2").sees("PS-2 的轨迹").with("等前面评审的条件完成", "前面评审的条件 XD-3 已了结", "评审通过");
            office.nothing_else_was_said();
        }
    }

    @Test
    void the_chair_opens_the_next_stage_for_a_public_reason_and_nobody_else_does() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee chair = office.employee("chen.zong");
            Pilot.reviewed(office);
            office.employee("zheng.qiang").says("不通过 PS-1 样机没有通过跌落测试");
            Pilot.read(office);
            office.employee("han.mei").says("放行 PS-1 来不及了").sees("只有 陈总 能放行 PS-1;其他人可以「再评」或「争议」");
            office.employee("liu.fu").says("放行 PS-1 来不及了").sees("只有 陈总 能放行 PS-1");
            chair.says("放行 PS-1").sees("请写明放行的理由").in_form("放行的理由(公开)");
            chair.says("PS-1").sees("PS-1 设计").offering("放行", "评论").in_form("放行理由(公开)");
            chair.says("放行 PS-1 上市日期不能改");
            chair.sees("放行后「设计」的下一阶段立即开启,理由向各部门和委员会公开。确定放行吗?").offering("放行");
            office.nothing_else_was_said();
            assertThat(chair.presses("放行")).contains("放行,下一阶段开启。理由:上市日期不能改");
            for (String reader :
                    List.of("zhang.wei", "zhao.min", "zheng.qiang", "ma.li", "gao.yuan", "song.jia", "sun.mi"))
                office.employee(reader)
                        .sees("陈总 放行「设计」,下一阶段已开启。理由:上市日期不能改")
                        .with("已放行 · 下一阶段已开启", "放行理由(公开):上市日期不能改", "放行:陈总");
            office.employee("han.mei").sees("陈总 放行「设计」");
            office.employee("han.mei").sees("XM-1");
            for (String contact : Pilot.CONTACTS) office.read_all(contact);
            office.nothing_else_was_said();
            office.employee("guo.jing").says("PS-1").sees("PS-1 设计").with("放行理由(公开):上市日期不能改");
            office.employee("han.mei").says("评审 XM-1").sees("PS-2 试产");
            chair.says("放行 PS-1 再来一次").sees("PS-1 现在是「已放行」,不能这样做");
            Pilot.read(office);
            office.nothing_else_was_said();
        }
    }

    @Test
    void silent_departments_are_reminded_and_the_lead_hears_who_is_missing() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Pilot.reviewed(office);
            office.employee("zhang.wei").says("通过 PS-1");
            office.employee("zhao.min").says("通过 PS-1");
            Pilot.read(office);
            office.it_becomes("2026-11-25T18:00:00");
            office.employee("he.tao").sees("评审在等生产部答复,截止 11月27日(周五) 18:00").offering(ANSWERS);
            office.nothing_else_was_said();
            office.it_becomes("2026-11-27T17:00:00");
            office.employee("he.tao").sees("评审在等生产部答复");
            office.employee("feng.lin").sees("评审在等生产部答复").offering(ANSWERS);
            office.employee("han.mei").sees("今天请发周报");
            office.nothing_else_was_said();
            office.it_becomes("2026-11-27T18:00:00");
            office.employee("he.tao").sees("生产部的评审答复已超时(截止 11月27日(周五) 18:00),请尽快答复");
            office.employee("zheng.qiang").sees("生产部的评审答复已超时");
            office.employee("han.mei").sees("评审时限 11月27日(周五) 18:00 已到,还差 生产部");
            office.employee("han.mei").sees("本周的周报还没有发送");
            office.nothing_else_was_said();
            office.employee("zheng.qiang").says("请假 今天 到 下周五");
            office.read_all("zheng.qiang", "feng.lin");
            office.it_becomes("2026-11-30T09:00:00");
            office.employee("feng.lin").sees("生产部的评审答复已超时");
            office.read_all("he.tao", "han.mei");
            assertThat(office.employee("feng.lin").presses("通过")).contains("生产部答复:通过");
            office.employee("feng.lin").says("轨迹 PS-1").sees("PS-1 的轨迹").with("冯琳 代 郑强:生产部答复:通过", "评审通过");
            Pilot.read(office);
            office.passes("P30D");
            office.read_all(
                    "han.mei", "zhou.jie", "he.tao", "zhao.min", "zhang.wei", "zheng.qiang", "feng.lin", "li.lei");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_gate_is_disputed_like_a_request() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee han = office.employee("han.mei");
            Pilot.reviewed(office);
            office.employee("zheng.qiang").says("不通过 PS-1 样机没有通过跌落测试");
            Pilot.read(office);
            office.employee("guo.jing").says("争议 PS-1 我来说说").sees("PS-1 只有参加评审的部门、牵头人、委员会和秘书能看到");
            office.employee("ma.li").says("争议 PS-1 我来说说").sees("PS-1 不是你所在部门的事");
            han.says("争议 PS-1 跌落测试不在评审范围").sees("ZY-1 跌落测试不在评审范围").with("甲方 市场部 韩梅", "乙方 生产部 郑强", "来自:PS-1");
            office.employee("zheng.qiang").sees("韩梅(市场部)与你方有争议");
            han.says("轨迹 PS-1").sees("PS-1 的轨迹").with("韩梅:提出争议 ZY-1");
            han.says("PS-1").sees("PS-1 设计").with("争议中:ZY-1").offering("再评", "争议", "撤回", "ZY-1");
            office.employee("he.tao")
                    .says("PS-1")
                    .sees("PS-1 设计")
                    .with("争议中:ZY-1")
                    .offering("评论", "ZY-1");
            office.employee("zhou.jie")
                    .says("PS-1")
                    .sees("PS-1 设计")
                    .with("争议中:ZY-1")
                    .offering("评论");
            office.employee("zhang.wei").says("争议 PS-1 也提一次").sees("PS-1 已有争议 ZY-1");
            office.nothing_else_was_said();
        }
    }

    @Test
    void who_may_not_call_it_is_told_who_may_and_a_card_that_is_out_of_date_changes_nothing() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee han = office.employee("han.mei");
            Pilot.started(office);
            office.employee("he.tao").says("评审 XM-1").sees("只有牵头人 韩梅、市场部的负责人或秘书能这样做");
            office.employee("guo.jing").says("评审 XM-1").sees("XM-1 只有");
            han.says("评审 XM-9").sees("没有找到 XM-9");
            office.nothing_else_was_said();
            office.employee("sun.mi").says("评审 XM-1").sees("PS-1 设计").offering("评论", "撤回");
            han.sees("孙秘 发起了「设计」的联合评审");
            Seen card = office.employee("he.tao").sees("孙秘 发起「设计」的联合评审").as_it_is();
            Pilot.read(office);
            han.says("撤回 PS-1");
            han.sees("撤回后「设计」的评审即告结束").offering("撤回");
            assertThat(han.presses("撤回")).contains("撤回评审");
            for (String other : Pilot.CONTACTS) office.employee(other).sees("韩梅 撤回了评审");
            office.employee("sun.mi").sees("韩梅 撤回了评审").with("已撤回 · 已结束");
            assertThat(office.employee("he.tao").presses(card, "通过", Map.of())).contains("已由 韩梅 于");
            office.nothing_else_was_said();
            han.says("评审 XM-1").sees("PS-2 设计");
            Pilot.read(office);
            han.says("取消项目 XM-1 预算没有了");
            han.presses("取消项目");
            Pilot.read(office);
            office.employee("sun.mi").says("PS-2").sees("PS-2 设计").with("已撤回");
        }
    }
}
