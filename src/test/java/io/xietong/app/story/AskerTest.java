package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the asker and onlookers can do meanwhile: nudge, withdraw, comment, watch, copy in (spec.md 4.1). */
class AskerTest {

    private static void filed(Office office) {
        office.employee("li.lei").says("求助 设计部 新品海报 周五");
        office.employee("li.lei").sees("XQ-1");
        office.employee("zhou.jie").sees("向你求助");
    }

    @Test
    void withdrawing_asks_first_and_then_tells_the_other_side() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            filed(office);
            Employee li = office.employee("li.lei");
            li.says("撤回 XQ-1");
            Seen question = li.sees("撤回后 设计部 不再办理").offering("撤回");
            office.nothing_else_was_said();

            assertThat(li.presses(question, "撤回", Map.of())).isEqualTo("XQ-1 撤回");
            question.now_reads("已撤回", "没有未了的事");
            office.employee("zhou.jie").sees("李雷 撤回了这张需求单,不必再办理").with("已撤回");
            office.passes("P30D");
            office.nothing_else_was_said();
        }
    }

    @Test
    void nudging_is_limited_to_once_in_two_hours_and_three_times_a_day() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            filed(office);
            Employee li = office.employee("li.lei");
            Employee zhou = office.employee("zhou.jie");
            assertThat(li.presses("催办")).isEqualTo("XQ-1 催办(今天第 1 次)");
            zhou.sees("李雷 催办:请尽快答复");
            assertThat(li.presses("催办")).isEqualTo("刚催办过 XQ-1,11月24日(周二) 11:00 之后可以再催;到时限系统也会自动提醒。");

            office.it_becomes("2026-11-24T11:00:00");
            li.says("催办 XQ-1");
            li.sees("催办(今天第 2 次)");
            zhou.sees("李雷 催办");
            office.it_becomes("2026-11-24T13:30:00");
            li.says("催一下 xq1");
            li.sees("催办(今天第 3 次)");
            zhou.sees("李雷 催办");
            office.it_becomes("2026-11-24T16:00:00");
            zhou.sees("时间已过 50%");
            li.says("催办 XQ-1");
            li.sees("今天已经催办 XQ-1 3 次,到时限系统会自动提醒并告知负责人");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_comment_reaches_both_sides_and_the_watchers_next_morning_but_not_the_one_who_wrote_it() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            filed(office);
            Employee wang = office.employee("wang.fang");
            wang.says("关注 XQ-1");
            wang.sees("关注");
            wang.says("关注 XQ-1");
            wang.sees("你已经关注了 XQ-1");

            office.employee("zhou.jie").says("评论 XQ-1 明天上午给初稿");
            office.employee("zhou.jie").sees("评论:明天上午给初稿");
            office.employee("li.lei").sees("周洁 评论:明天上午给初稿");
            office.nothing_else_was_said();
            office.it_becomes("2026-11-24T09:15:00");
            wang.sees("周洁 评论:明天上午给初稿");

            wang.says("取关 XQ-1");
            wang.sees("取消关注");
            wang.says("取关 XQ-1");
            wang.sees("你没有关注 XQ-1");
            office.employee("li.lei").says("评论 XQ-1 好");
            office.employee("li.lei").sees("评论:好");
            office.employee("zhou.jie").sees("李雷 评论:好");
            office.passes("PT4H");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_party_need_not_watch() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            filed(office);
            office.employee("li.lei").says("关注 XQ-1");
            office.employee("li.lei").sees("你本来就会收到 XQ-1 的消息,不用关注");
            office.nothing_else_was_said();
        }
    }

    @Test
    void somebody_who_is_copied_in_hears_of_it_and_may_comment() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            li.says("求助");
            Seen form = li.sees("新的求助").in_form("向哪个部门求助", "需求", "期望完成", "所需支持", "紧急程度", "谁可以看到", "抄送");
            String toast = li.presses(
                    form,
                    "提交",
                    Map.of(
                            "department", "design",
                            "need", "新品海报",
                            "wantedBy", "2026-11-27",
                            "support", "产品照片在网盘",
                            "named", "何涛,郭静"));
            assertThat(toast).isEqualTo("XQ-1 向 设计部 求助,由 周洁 接手");
            form.now_reads("XQ-1 向 设计部 求助").now_offers("XQ-1");
            li.sees("XQ-1 新品海报").with("所需支持:产品照片在网盘", "期望完成:11月27日(周五)");
            office.employee("zhou.jie").sees("市场部 李雷 向你求助");
            office.employee("he.tao").sees("李雷 请 设计部 协助的一件事抄送给你").offering("评论", "关注");
            office.employee("guo.jing").sees("抄送给你");
            office.nothing_else_was_said();

            office.employee("he.tao").presses("评论", Map.of("text", "样机可以借"));
            li.sees("何涛 评论:样机可以借");
            office.employee("zhou.jie").sees("何涛 评论:样机可以借");
            office.nothing_else_was_said();
        }
    }

    @Test
    void an_earlier_request_for_much_the_same_is_shown() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            filed(office);
            office.passes("PT1M");
            office.employee("han.mei").says("求助 设计部 新品海报改尺寸 下周三");
            office.employee("han.mei").sees("以前有类似的求助:XQ-1 新品海报(待响应)");
            office.employee("han.mei").sees("XQ-2 新品海报改尺寸");
            office.employee("zhou.jie").sees("市场部 韩梅 向你求助");
            office.nothing_else_was_said();
        }
    }
}
