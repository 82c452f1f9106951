package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** From the promise to the rating: the second clock, acceptance, reopening (spec.md 4.1). */
class DeliveryTest {

    /** Filed, accepted for Thursday 26 November, everything read. */
    private static void accepted(Office office) {
        office.employee("li.lei").says("求助 设计部 新品海报 周五");
        office.employee("li.lei").sees("XQ-1");
        office.employee("zhou.jie").sees("向你求助");
        office.employee("zhou.jie").presses("受理", Map.of("date", "2026-11-26"));
        office.employee("li.lei").sees("周洁 已受理,承诺 11月26日(周四) 完成");
    }

    private static void delivered(Office office) {
        accepted(office);
        office.employee("zhou.jie").presses("完成", Map.of("text", "文件已发"));
        office.employee("li.lei").sees("周洁 已完成,请验收。文件已发").offering("验收", "重开");
    }

    @Test
    void a_broken_promise_is_told_to_both_sides_and_the_head_and_again_each_working_day() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            accepted(office);
            office.it_becomes("2026-11-26T17:59:00");
            office.employee("zhou.jie").sees("就在下一个工作日:11月26日(周四) 18:00 前");
            office.employee("zhou.jie").sees("你承诺今天交付:11月26日(周四) 18:00 前");
            office.nothing_else_was_said();

            office.it_becomes("2026-11-26T18:00:00");
            office.employee("zhou.jie").sees("承诺的交付已超时(截止 11月26日(周四) 18:00)").with("已超时");
            office.employee("zhao.min").sees("周洁 承诺的交付已超时");
            office.employee("li.lei").sees("设计部 承诺的交付已超时").offering("催办", "评论", "撤回", "升级");
            office.nothing_else_was_said();

            office.it_becomes("2026-11-27T09:00:00");
            office.employee("zhou.jie").sees("承诺的交付仍未完成");
            office.employee("zhao.min").sees("周洁 承诺的交付仍未完成");
            office.employee("li.lei").sees("设计部 承诺的交付仍未完成");
            office.it_becomes("2026-11-29T20:00:00");
            office.nothing_else_was_said();
            office.it_becomes("2026-11-30T09:00:00");
            office.employee("zhou.jie").sees("承诺的交付仍未完成");
            office.employee("zhao.min").sees("周洁 承诺的交付仍未完成");
            office.employee("li.lei").sees("设计部 承诺的交付仍未完成");
            office.nothing_else_was_said();

            office.employee("zhou.jie").presses("完成");
            office.employee("li.lei").sees("周洁 已完成,请验收");
            office.it_becomes("2026-12-01T09:00:00");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_new_promise_replaces_the_old_one_and_the_asker_hears_of_it() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            accepted(office);
            office.employee("zhou.jie").says("受理 XQ-1 下周一");
            office.employee("zhou.jie").sees("受理,承诺 11月30日(周一) 完成");
            office.employee("li.lei").sees("周洁 把承诺日期从 11月26日(周四) 改为 11月30日(周一)");
            office.it_becomes("2026-11-26T18:00:00");
            office.nothing_else_was_said();
        }
    }

    @Test
    void silence_for_five_working_days_counts_as_accepted() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            delivered(office);
            office.it_becomes("2026-11-26T18:00:00");
            office.employee("li.lei").sees("请验收,12月1日(周二) 18:00 前没有异议就会自动验收");
            office.it_becomes("2026-12-01T17:59:00");
            office.nothing_else_was_said();
            office.it_becomes("2026-12-01T18:00:00");
            office.employee("li.lei").sees("交付后 5 个工作日内没有异议,已自动验收").offering("重开");
            office.employee("zhou.jie").sees("已自动验收").with("完成");
            office.passes("P60D");
            office.nothing_else_was_said();
        }
    }

    @Test
    void the_third_reopening_is_told_to_both_heads() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            delivered(office);
            Employee li = office.employee("li.lei");
            Employee zhou = office.employee("zhou.jie");
            for (int time = 1; time <= 2; time++) {
                li.presses("重开", Map.of("text", "颜色不对"));
                zhou.sees("李雷 重开了这张需求单。理由:颜色不对").offering("受理", "需补充", "转派", "婉拒");
                office.nothing_else_was_said();
                zhou.presses("受理", Map.of("date", "2026-11-27"));
                li.sees("周洁 已受理");
                zhou.presses("完成");
                li.sees("周洁 已完成,请验收");
            }
            li.presses("重开", Map.of("text", "还是不对"));
            zhou.sees("李雷 重开了这张需求单。理由:还是不对");
            office.employee("zhang.wei").sees("李雷 第 3 次重开了这张需求单。理由:还是不对");
            office.employee("zhao.min").sees("李雷 第 3 次重开了这张需求单。理由:还是不对");
            office.nothing_else_was_said();
        }
    }

    @Test
    void what_was_accepted_long_ago_is_not_reopened_any_more() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            delivered(office);
            office.employee("li.lei").presses("验收", Map.of("rating", "3"));
            office.employee("zhou.jie").sees("李雷 已验收,评分 3 星").with("★★★☆☆");
            office.it_becomes("2026-12-09T09:00:00");
            office.employee("li.lei").says("重开 XQ-1 颜色不对");
            office.employee("li.lei").sees("XQ-1 的重开期限(12月8日(周二))已过,请重新发起求助");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_rating_outside_one_to_five_is_asked_for_again() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            delivered(office);
            office.employee("li.lei").says("验收 XQ-1 9");
            office.employee("li.lei").sees("请给出 1 到 5 星的评分,例如:验收 XQ-1 5");
            assertThat(office.employee("li.lei").presses("验收")).contains("请给出 1 到 5 星的评分");
            office.nothing_else_was_said();
        }
    }
}
