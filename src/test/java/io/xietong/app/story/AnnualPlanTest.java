package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** 年度计划: the committee votes on each line; what it accepts becomes a charter to be drafted (plan duty 8). */
class AnnualPlanTest {

    private static final List<String> COMMITTEE =
            List.of("chen.zong", "zhang.wei", "zhao.min", "zheng.qiang", "ma.li", "gao.yuan", "song.jia");

    @Test
    void each_line_is_voted_on_and_what_is_accepted_is_drafted_by_its_leading_department() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee sun = office.employee("sun.mi");
            office.employee("li.lei").says("年度计划 2027;新品上市 市场部").sees("只有部门负责人、委员会成员和秘书能提出年度计划项");
            sun.says("年度计划").sees("2026 年度协同计划").with("还没有计划项");
            sun.says("年度计划 2027\n新品上市").sees("「新品上市」没有写明名称和牵头部门").in_form("年度", "计划项(每行一项)");
            office.nothing_else_was_said();
            sun.says("年度计划 2027\n新品上市 市场部 份额到 8%\n降低库存 生产部")
                    .sees("2027 年度协同计划")
                    .with("XM-1 · 新品上市 · 计划中", "XM-2 · 降低库存 · 计划中");
            sun.says("XM-1").sees("XM-1 新品上市").with("2027 年度协同计划", "目标:份额到 8%", "牵头人:市场部");
            for (String voter : COMMITTEE) {
                Employee member = office.employee(voter);
                member.sees("XM-1 新品上市")
                        .with("2027 年度协同计划项等委员会审批,请在 12月1日(周二) 18:00 前表决")
                        .offering("同意", "反对", "弃权", "评论");
                member.sees("XM-2 降低库存").with("2027 年度协同计划项等委员会审批");
            }
            office.nothing_else_was_said();
            for (String voter : COMMITTEE.subList(0, 4))
                office.employee(voter).says("表决 XM-1 同意").sees("投票:同意");
            office.employee("zhang.wei").sees("委员会已把这一项列入年度计划,请起草任务书").offering("修改", "取消项目", "评论");
            sun.sees("委员会已把这一项列入年度计划,由 市场部 起草任务书");
            for (String voter : COMMITTEE.subList(0, 4))
                office.employee(voter).says("表决 XM-2 反对 先稳产").sees("投票:反对");
            sun.sees("委员会没有把这一项列入年度计划");
            office.nothing_else_was_said();

            office.employee("zhang.wei").says("待办").sees("待办").with("XM-1 · 新品上市 · 待完善");
            office.employee("zhang.wei")
                    .says("""
                    修改 XM-1 新品上市
                    牵头 韩梅
                    类型 重大
                    设计评审 2026-12-15 设计部 设计稿
                    量产 2027-01-20 生产部 首批""")
                    .sees("修改任务书「新品上市」,由 韩梅 牵头,里程碑 2 个")
                    .with("待签署");
            office.read_all("han.mei", "zhao.min", "zheng.qiang", "sun.mi");
            office.nothing_else_was_said();
            sun.says("年度计划 2027").sees("2027 年度协同计划").with("XM-1 · 新品上市 · 待签署", "XM-2 · 降低库存 · 已取消");
            sun.says("轨迹 XM-1").sees("XM-1 的轨迹").with("孙秘:提出 2027 年度计划项「新品上市」,由 市场部 牵头", "委员会批准列入年度计划", "张伟:修改任务书");
            assertThat(office.employee("zheng.qiang")
                            .says("签署 XM-1")
                            .sees("签署:生产部")
                            .text())
                    .contains("还有 2 个部门未签署");
            office.nothing_else_was_said();
        }
    }
}
