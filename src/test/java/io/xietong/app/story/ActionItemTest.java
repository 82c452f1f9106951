package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** 行动项: one thing for one person by one day, reminded, brought up with the head, handed over and put off. */
class ActionItemTest {

    @Test
    void a_head_assigns_it_the_owner_is_reminded_and_overdue_the_head_hears_of_it_every_working_day() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee zheng = office.employee("zheng.qiang");
            Employee he = office.employee("he.tao");
            assigned(office);
            he.says("待办").sees("待办").with("XD-1 · 补齐样机 · 待完成 · 截止 11月27日(周五) 18:00");
            zheng.says("我的").sees("我的事").with("XD-1");
            zheng.says("查 样机").sees("查找「样机」").with("XD-1");
            he.says("日历 XD-1").sees("XD-1 的截止时间").with("11月27日");

            office.it_becomes("2026-11-26T09:00:00");
            he.sees("行动项将在 11月27日(周五) 18:00 到期");
            office.nothing_else_was_said();
            office.it_becomes("2026-11-27T18:00:00");
            he.sees("行动项已到期(截止 11月27日(周五) 18:00),请尽快完成");
            zheng.sees("何涛 的行动项已到期(截止 11月27日(周五) 18:00),仍未完成").offering("转派", "改期", "撤回", "评论");
            for (String day : new String[] {"2026-11-30", "2026-12-01"}) {
                office.it_becomes(day + "T09:00:00");
                he.sees("行动项已到期");
                zheng.sees("何涛 的行动项已到期");
                office.nothing_else_was_said();
            }
            he.says("完成 XD-1").sees("请写明完成情况").in_form("完成情况");
            assertThat(he.presses("提交", Map.of("text", "已入库"))).contains("完成:已入库");
            zheng.sees("何涛 已完成:已入库").with("已完成", "完成情况:已入库");
            he.says("完成 XD-1 又一次").sees("XD-1 现在是「已完成」,不能这样做");
            office.passes("P20D");
            office.nothing_else_was_said();
        }
    }

    @Test
    void it_is_handed_over_put_off_and_withdrawn_by_those_who_may() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee he = office.employee("he.tao");
            Employee xu = office.employee("xu.ning");
            assigned(office);
            he.says("转派 XD-1 许宁 她在现场").sees("转给 许宁。她在现场");
            xu.sees("何涛 把这项转给你,请在 11月27日(周五) 前完成").offering("完成", "转派", "评论");
            office.nothing_else_was_said();
            he.says("完成 XD-1 好了").sees("只有负责人 许宁 能完成 XD-1");
            xu.says("改期 XD-1 下周三 物料晚到").sees("只有指派人 郑强、秘书或负责人的上级能这样做");
            office.employee("zheng.qiang").says("改期 XD-1 下周三 物料晚到").sees("期限由 11月27日(周五) 改为 12月2日(周三)。物料晚到");
            xu.sees("郑强 把期限改为 12月2日(周三)。物料晚到").with("截止 12月2日(周三) 18:00");
            office.employee("li.lei").says("XD-1").sees("XD-1 只有负责人、指派人、负责人所在部门和秘书能看到");
            office.employee("zheng.qiang").says("撤回 XD-1").sees("撤回后这项不必再做").offering("撤回");
            assertThat(office.employee("zheng.qiang").presses("撤回")).contains("取消");
            xu.sees("郑强 取消了这项").with("已取消");
            xu.says("轨迹 XD-1")
                    .sees("XD-1 的轨迹")
                    .with("郑强:指派给 何涛", "何涛:转给 许宁。她在现场", "郑强:期限由 11月27日(周五) 改为 12月2日(周三)", "郑强:取消");
            office.passes("P20D");
            office.nothing_else_was_said();
        }
    }

    @Test
    void somebody_of_another_department_is_asked_with_a_request_instead() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            li.says("行动项 何涛 补齐样机 周五").sees("给别的部门的同事(何涛)派事请用「求助」");
            li.says("行动项 李雷 整理渠道名单 周五").sees("XD-1 整理渠道名单").with("负责人:李雷");
            li.says("行动项 韩梅 整理名单").sees("请写明由谁、做什么、哪天前完成").in_form("负责人", "做什么", "哪天前");
            assertThat(li.presses("提交", Map.of("date", "2026-11-27"))).contains("指派给 韩梅,期限 11月27日(周五):整理名单");
            li.sees("XD-2 整理名单");
            office.employee("han.mei").sees("李雷 给你指派了行动项,请在 11月27日(周五) 前完成");
            office.nothing_else_was_said();
        }
    }

    private static void assigned(Office office) {
        office.employee("zheng.qiang").says("行动项 何涛 补齐样机 周五").sees("XD-1 补齐样机").with("待完成", "期限:11月27日(周五)");
        office.employee("he.tao").sees("郑强 给你指派了行动项,请在 11月27日(周五) 前完成").offering("完成", "转派", "评论");
        office.nothing_else_was_said();
    }
}
