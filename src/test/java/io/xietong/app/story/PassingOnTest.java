package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** 转派与婉拒: each department gets a full clock, blame stays where the time was spent, bounces end with the heads. */
class PassingOnTest {

    @Test
    void another_department_gets_a_full_clock_and_the_first_one_keeps_the_blame_for_its_own_time() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            Employee zhou = office.employee("zhou.jie");
            Employee he = office.employee("he.tao");
            li.says("求助 设计部 样机两台 周五");
            Seen own = li.sees("XQ-1");
            Seen asked = zhou.sees("向你求助");

            office.it_becomes("2026-11-24T11:00:00");
            assertThat(zhou.presses("转派", Map.of("to", "production", "text", "样机归生产部管")))
                    .isEqualTo("XQ-1 转派给 生产部 何涛。样机归生产部管");
            li.sees("已从 设计部 转派到 生产部。理由:样机归生产部管");
            he.sees("市场部 李雷 的需求转到了你这里").with("截止 11月25日(周三) 11:00", "转手:1 次").offering("受理", "需补充", "转派", "婉拒");
            own.now_reads("生产部 何涛 尚未答复");
            asked.now_reads("生产部 何涛 尚未答复").now_offers("评论", "关注");

            office.it_becomes("2026-11-25T11:00:00");
            he.sees("时间已过 50%");
            he.sees("时间已过 75%");
            office.employee("feng.lin").sees("何涛 还没有答复");
            li.sees("生产部 可能无法按时答复");
            he.sees("答复已超时");
            li.sees("生产部 未在时限内答复");
            office.employee("zheng.qiang").sees("何涛 未在时限内答复");
            office.nothing_else_was_said();

            li.says("轨迹 XQ-1");
            li.sees("XQ-1 的轨迹")
                    .with(
                            "11月24日(周二) 09:00 李雷:向 设计部 求助,由 周洁 接手",
                            "11月24日(周二) 11:00 周洁:转派给 生产部 何涛。样机归生产部管",
                            "11月25日(周三) 11:00 系统:答复时限已到(截止 11月25日(周三) 11:00)");
        }
    }

    @Test
    void after_two_bounces_the_heads_are_offered_the_matter_and_escalating_reaches_both() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            Employee he = office.employee("he.tao");
            li.says("求助 设计部 样机两台 周五");
            li.sees("XQ-1");
            office.employee("zhou.jie").sees("向你求助");
            office.employee("zhou.jie").presses("转派", Map.of("to", "production", "text", "不归我们"));
            li.sees("已从 设计部 转派到 生产部").offering("催办", "评论", "撤回");
            he.sees("的需求转到了你这里");

            he.says("转派 XQ-1 财务部 要先有预算");
            he.sees("转派给 财务部 郭静");
            li.sees("这件事已转手 2 次,可以点「升级」请双方负责人出面").offering("催办", "评论", "撤回", "升级");
            office.employee("guo.jing").sees("的需求转到了你这里").offering("受理", "需补充", "转派", "婉拒", "升级");
            office.nothing_else_was_said();

            assertThat(li.presses("升级", Map.of("text", "没有人办"))).isEqualTo("XQ-1 升级到双方负责人。没有人办");
            office.employee("zhang.wei").sees("李雷 请双方负责人协调。理由:没有人办(市场部 ↔ 财务部)");
            office.employee("ma.li").sees("李雷 请双方负责人协调").offering("受理", "需补充", "转派", "婉拒", "争议");
            office.employee("guo.jing").sees("已升级到双方负责人:张伟、马丽");
            office.nothing_else_was_said();

            li.says("升级 XQ-1 再说一次");
            li.sees("XQ-1 已经升级到双方负责人");
            li.says("XQ-1").sees("XQ-1").offering("催办", "评论", "撤回", "争议");
            assertThat(li.presses("争议", Map.of("text", "谁都说不归自己"))).contains("ZY-1 市场部 对 财务部 提出争议");
            li.sees("ZY-1 谁都说不归自己").with("甲方 市场部 李雷", "乙方 财务部 郭静", "来自:XQ-1");
            office.employee("guo.jing").sees("李雷(市场部)与你方有争议");
            office.nothing_else_was_said();
        }
    }

    @Test
    void escalating_too_early_says_from_when_on_it_is_possible() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            li.says("求助 设计部 样机两台 周五");
            li.sees("XQ-1");
            office.employee("zhou.jie").sees("向你求助");
            li.says("升级 XQ-1");
            li.sees("XQ-1 还在时限内(截止 11月25日(周三) 09:00);超时后,或转手满 2 次后可以升级");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_decline_names_another_department_and_the_asker_goes_there_with_the_same_request() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            Employee zhou = office.employee("zhou.jie");
            li.says("求助 设计部 样机两台 周五");
            li.sees("XQ-1");
            zhou.sees("向你求助");

            zhou.presses("婉拒", Map.of("text", "我们没有样机", "to", "production"));
            li.sees("设计部 周洁 婉拒。理由:我们没有样机。建议改求:生产部").with("已婉拒").offering("转派", "重开");

            office.it_becomes("2026-11-26T09:00:00");
            office.nothing_else_was_said();
            li.presses("转派", Map.of("to", "production"));
            office.employee("he.tao").sees("市场部 李雷 的需求转到了你这里").with("截止 11月27日(周五) 09:00");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_colleague_of_the_same_department_takes_over_and_the_clock_runs_on() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            li.says("求助 设计部 新品海报 周五");
            Seen own = li.sees("XQ-1");
            office.employee("zhou.jie").sees("向你求助");
            office.it_becomes("2026-11-24T11:00:00");
            office.employee("zhou.jie").says("转派 XQ-1 吴悦 她更熟");
            office.employee("zhou.jie").sees("转派给 设计部 吴悦。她更熟");
            office.employee("wu.yue")
                    .sees("的需求转到了你这里")
                    .with("截止 11月25日(周三) 09:00")
                    .without("转手");
            own.now_reads("设计部 吴悦 尚未答复");
            office.nothing_else_was_said();
        }
    }
}
