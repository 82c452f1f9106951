package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A committee and a gate of which hardly anybody is left: recused, on leave, merged into another department. */
class FewLeftTest {

    private static final List<String> MEMBERS = List.of("zhao.min", "ma.li", "gao.yuan", "song.jia");

    @Test
    void when_all_members_are_recused_who_is_left_presides_and_rules_alone() {
        try (Office office = Office.at("2026-11-23T09:00:00")) {
            Employee chair = office.employee("chen.zong");
            Employee vice = office.employee("liu.fu");
            CommitteeTest.received(office, "进度");
            for (String member : MEMBERS)
                assertThat(office.employee(member).presses("回避")).contains("声明回避");
            for (String name : List.of("赵敏", "马丽", "高远", "宋佳")) chair.sees(name + " 声明回避");
            office.nothing_else_was_said();
            assertThat(chair.presses("回避")).contains("陈总 声明回避");
            vice.sees("表决已结束:没有一方达到票数。请作出裁决")
                    .with("主持:刘副", "甲方 0 · 乙方 0 · 弃权 0 · 未投 0", "回避或缺席:陈总、张伟、赵敏、郑强、马丽、高远、宋佳")
                    .offering("裁决")
                    .in_form("支持哪一方", "裁决内容");
            vice.says("回避 ZY-1").sees("除你之外没有人能主持 ZY-1,你不能回避。请在裁决中写明利害关系。");
            office.nothing_else_was_said();
            assertThat(vice.presses("裁决", Map.of("favours", "FIRST", "text", "按原计划交付")))
                    .contains("裁决:按原计划交付");
        }
    }

    @Test
    void when_all_members_are_on_leave_the_chair_is_the_quorum() {
        try (Office office = Office.at("2026-11-23T09:00:00")) {
            for (String member : MEMBERS) office.employee(member).says("请假 今天 到 12月4日");
            office.read_all(MEMBERS.toArray(String[]::new));
            office.read_all("qian.duo", "hu.bin", "luo.cheng", "sun.mi");
            CommitteeTest.received(office, "进度");
            Employee chair = office.employee("chen.zong");
            office.employee("ma.li").says("表决 ZY-1 支持乙方").sees("只有委员会中没有回避的委员能对 ZY-1 表决");
            office.employee("hu.bin").says("表决 ZY-1 支持乙方").sees("ZY-1 只有争议双方、委员会和秘书能看到");
            assertThat(chair.presses("支持甲方 市场部")).contains("陈总 投票:支持市场部");
            chair.says("ZY-1")
                    .sees("ZY-1")
                    .with("甲方 1 · 乙方 0 · 弃权 0 · 未投 0", "回避或缺席:张伟、赵敏、郑强、马丽、高远、宋佳")
                    .offering("裁决");
            chair.says("表决 ZY-1 支持乙方").sees("ZY-1 的表决已经结束");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_gate_asks_the_department_that_took_another_in_for_both(@TempDir Path folder) {
        Files.copy(folder, "", text -> text);
        try (Office office = Office.of(folder, "2026-11-24T09:00:00")) {
            Employee zhang = office.employee("zhang.wei");
            Pilot.reviewed(office);
            Files.change(folder, "organisation.yml", ReorganisationTest::merged);
            office.starts_again();
            office.employee("zheng.qiang").says("通过 PS-1").sees("生产部答复:通过").with("还差 市场部");
            zhang.says("通过 PS-1").sees("市场部答复:通过").with("评审中 · 2/3 个部门已答复,还差 市场部");
            zhang.says("通过 PS-1").sees("市场部答复:通过").with("已通过 · 下一阶段已开启");
            zhang.says("通过 PS-1").sees("PS-1 现在是「已通过」,不能这样做");
            office.employee("zheng.qiang").sees("「设计」评审通过,下一阶段已开启");
            office.employee("han.mei").sees("关键节点 1「设计」已放行");
        }
    }
}
