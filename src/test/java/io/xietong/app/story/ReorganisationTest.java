package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** People leave and departments are merged while something of theirs is open (spec.md 4.11). */
@DisabledIfSystemProperty(
        named = Stage.PROPERTY,
        matches = "(?!sandbox).*",
        disabledReason =
                "tells of files that change and a program that starts again; who is reached how has stories of its own")
class ReorganisationTest {

    @Test
    void what_was_a_departments_is_answered_by_the_one_that_took_it_in(@TempDir Path folder) {
        Files.copy(folder, "", text -> text);
        try (Office office = Office.of(folder, "2026-11-24T09:00:00")) {
            office.employee("he.tao").says("求助 设计部 新品海报 周五").sees("XQ-1");
            office.employee("he.tao").says("争议 设计部 图纸三次改动").sees("ZY-1");
            office.employee("li.lei").says(CharterTest.LAUNCH.formatted("产品")).sees("XM-1");
            for (String head : new String[] {"zhang.wei", "zheng.qiang"})
                office.employee(head).says("签署 XM-1");
            office.read_all("zhang.wei", "zheng.qiang", "zhao.min", "zhou.jie", "han.mei");
            Files.change(folder, "organisation.yml", ReorganisationTest::merged);
            office.starts_again();

            office.employee("zhang.wei").says("待办").sees("待办").with("XM-1", "XQ-1");
            office.employee("zhang.wei").says("签署 XM-1").sees("签署:市场部");
            office.employee("han.mei").sees("各部门都已签署");
            office.employee("li.lei").sees("各部门都已签署");
            office.it_becomes("2026-11-24T14:15:00");
            for (String head : new String[] {"zhao.min", "zheng.qiang"})
                office.employee(head).sees("新的争议:生产部");
            office.employee("zhou.jie").sees("时间已过 50%").with("待响应 · 市场部 周洁 尚未答复");
            office.employee("zhou.jie").says("受理 XQ-1 周五").sees("受理");
            office.employee("he.tao").sees("周洁 已受理");
            office.nothing_else_was_said();
            office.it_becomes("2026-11-26T18:00:00");
            Seen card = office.employee("zhang.wei")
                    .sees("生产部 与 市场部 一线协商到时未果,请双方负责人协商")
                    .with("乙方 市场部 周洁")
                    .offering("和解", "升级", "立场");
            assertThat(office.employee("zhang.wei").presses(card, "和解", Map.of("text", "不再改图")))
                    .contains("市场部 提出和解条款:不再改图");
        }
    }

    static String merged(String organisation) {
        return organisation
                .replaceFirst("(?m)^  - \\{ id: design,.*\n", "")
                .replace("department: design", "department: market")
                .replace("zhang.wei, zhao.min, zheng.qiang", "zhang.wei, zheng.qiang")
                .replace(
                        "contacts: [li.lei, han.mei] }", "contacts: [li.lei, han.mei, zhou.jie], formerly: [design] }");
    }

    @Test
    void a_department_that_is_dissolved_no_longer_holds_a_gate(@TempDir Path folder) {
        Files.copy(folder, "", text -> text);
        try (Office office = Office.of(folder, "2026-11-24T09:00:00")) {
            Pilot.reviewed(office);
            for (String head : new String[] {"zhang.wei", "zhao.min"})
                office.employee(head).says("通过 PS-1").sees("通过");
            office.employee("han.mei").says("PS-1").sees("PS-1 设计").with("2/3 个部门已答复,还差 生产部");
            office.nothing_else_was_said();
            Files.change(
                    folder,
                    "organisation.yml",
                    text -> text.replaceFirst("(?m)^  - \\{ id: production,.*\n", "")
                            .replace("department: production", "department: design")
                            .replace("zhao.min, zheng.qiang", "zhao.min"));
            office.starts_again();

            office.it_becomes("2026-11-25T18:00:00");
            office.employee("han.mei").sees("关键节点 1「设计」已放行");
            for (String head : new String[] {"zhang.wei", "zhao.min"})
                office.employee(head).sees("「设计」评审通过,下一阶段已开启").without("生产部");
            office.employee("sun.mi").sees("里程碑 2「试产」可以开始了");
            office.employee("han.mei").says("轨迹 PS-1").sees("PS-1 的轨迹").with("已不存在,不再等它答复");
            office.nothing_else_was_said();
        }
    }

    @Test
    void what_somebody_leaves_behind_is_carried_on_by_colleagues_in_their_name(@TempDir Path folder) {
        Files.copy(folder, "", text -> text);
        try (Office office = Office.of(folder, "2026-11-24T09:00:00")) {
            Employee feng = office.employee("feng.lin");
            office.employee("he.tao").says("求助 财务部 预算模板 周五").sees("XQ-1");
            office.employee("li.lei").says("求助 生产部 样机两台 周五").sees("XQ-2");
            office.employee("zheng.qiang").says("行动项 何涛 补齐样机 周四").sees("XD-1");
            office.employee("li.lei").says("争议 生产部 样机三次推迟").sees("ZY-1");
            office.employee("zhang.wei").says("开会 新品上市协调 周五 14:00 何涛").sees("HY-1");
            office.read_all("he.tao", "guo.jing", "zheng.qiang");
            office.nothing_else_was_said();
            Files.change(
                    folder,
                    "organisation.yml",
                    text -> text.replace(
                                    "name: 何涛, department: production,",
                                    "name: 何涛, department: production, left: true,")
                            .replace("contacts: [he.tao, xu.ning]", "contacts: [xu.ning]"));
            office.starts_again();

            feng.says("待办").sees("待办").with("XD-1", "ZY-1");
            office.employee("guo.jing").says("受理 XQ-1 周五").sees("受理");
            feng.sees("郭静 已受理,承诺 11月27日(周五) 完成").with("提出:何涛(生产部)");
            office.employee("xu.ning").says("受理 XQ-2 周五").sees("受理");
            office.employee("li.lei").sees("许宁 已受理");
            feng.says("立场 ZY-1 物料未到").sees("生产部 陈述立场:物料未到");
            office.employee("li.lei").sees("生产部 陈述了立场");
            office.nothing_else_was_said();
            office.it_becomes("2026-11-25T09:00:00");
            feng.sees("行动项").with("XD-1 补齐样机");
            feng.says("完成 XD-1 两台已入库").sees("完成:两台已入库");
            office.employee("zheng.qiang").sees("冯琳 代 何涛 已完成:两台已入库");
            feng.says("轨迹 XD-1").sees("XD-1 的轨迹").with("冯琳 代 何涛:完成:两台已入库");
            office.employee("li.lei").says("待办");
            office.it_becomes("2026-12-20T09:00:00");
            assertThat(office.database.<Map<String, Long>>read(
                            books -> books.outbox().counts()))
                    .isEmpty();
            office.employee("he.tao").says("待办").sees("还不认识你的账号");
        }
    }
}
