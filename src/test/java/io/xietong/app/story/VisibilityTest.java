package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may see a request: in search, trail, cards and groups (spec.md 4.1, 4.6). */
class VisibilityTest {

    private static void filed(Office office, String visibility) {
        Employee li = office.employee("li.lei");
        li.says("求助");
        Seen form = li.sees("新的求助");
        li.presses(
                form,
                "提交",
                Map.of(
                        "department", "design",
                        "need", "薪酬海报",
                        "visibility", visibility,
                        "named", "何涛"));
        li.sees("XQ-1 薪酬海报");
        office.employee("zhou.jie").sees("向你求助");
        office.employee("he.tao").sees("抄送给你");
        office.nothing_else_was_said();
    }

    private static void can_see(Office office, String person) {
        Employee who = office.employee(person);
        who.says("查 薪酬");
        who.sees("查找「薪酬」").with("XQ-1");
        who.says("XQ-1");
        who.sees("XQ-1 薪酬海报");
        who.says("轨迹 XQ-1");
        who.sees("XQ-1 的轨迹").with("李雷:向 设计部 求助");
        office.nothing_else_was_said();
    }

    private static void cannot_see(Office office, String person) {
        Employee who = office.employee(person);
        who.says("查 薪酬");
        who.sees("没有找到含有「薪酬」的内容").without("XQ-1");
        for (String verb : new String[] {"XQ-1", "轨迹 XQ-1", "日历 XQ-1", "评论 XQ-1 你好", "关注 XQ-1", "受理 XQ-1 周五"}) {
            who.says(verb);
            who.sees("XQ-1 只对").without("薪酬", "李雷", "周洁");
        }
        office.nothing_else_was_said();
    }

    @Test
    void named_only_is_for_the_parties_their_heads_the_secretary_and_those_named() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            filed(office, "named");
            for (String person : new String[] {"li.lei", "zhou.jie", "he.tao", "zhang.wei", "zhao.min", "sun.mi"})
                can_see(office, person);
            for (String person : new String[] {"han.mei", "guo.jing", "ma.li", "zhao.gong"}) cannot_see(office, person);
        }
    }

    @Test
    void those_shown_as_similar_are_the_newest_of_the_most_alike_that_one_may_see() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            for (String need : new String[] {"薪酬海报初稿", "薪酬海报二稿", "薪酬海报三稿", "薪酬海报四稿"}) li.says("求助 设计部 " + need);
            for (String need : new String[] {"薪酬海报五稿", "薪酬海报六稿", "薪酬海报七稿", "薪酬海报八稿"}) {
                li.says("求助");
                li.presses(li.sees("新的求助"), "提交", Map.of("department", "design", "need", need, "visibility", "named"));
            }
            li.sees("以前有类似的求助:XQ-7 薪酬海报七稿(待响应)、XQ-6 薪酬海报六稿(待响应)、XQ-5 薪酬海报五稿(待响应)");
            office.employee("han.mei").says("求助 设计部 薪酬海报");
            office.employee("han.mei")
                    .sees("以前有类似的求助:XQ-4 薪酬海报四稿(待响应)、XQ-3 薪酬海报三稿(待响应)、XQ-2 薪酬海报二稿(待响应)")
                    .without("XQ-1", "XQ-8");
        }
    }

    @Test
    void both_departments_is_the_usual_case() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            filed(office, "departments");
            for (String person : new String[] {"han.mei", "wu.yue", "he.tao", "sun.mi"}) can_see(office, person);
            for (String person : new String[] {"guo.jing", "xu.ning", "chen.zong"}) cannot_see(office, person);
        }
    }

    @Test
    void the_whole_company_may_see_what_was_filed_so_but_only_the_parties_act() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            filed(office, "company");
            for (String person : new String[] {"guo.jing", "xu.ning", "chen.zong"}) can_see(office, person);
            office.employee("guo.jing").says("婉拒 XQ-1 不归我们");
            office.employee("guo.jing").sees("只有 设计部 的接口人、副手或负责人可以这样做;XQ-1 现在由 周洁 接手");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_card_that_was_forwarded_shows_nothing_to_who_may_not_see_it() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            filed(office, "named");
            Seen card = office.employee("zhou.jie").reads_again("向你求助");
            assertThat(office.employee("guo.jing").presses(card, "受理", Map.of("date", "2026-11-27")))
                    .startsWith("XQ-1 只对")
                    .doesNotContain("薪酬");
            card.now_reads("待响应");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_group_does_not_see_what_is_not_for_everybody_in_it() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            filed(office, "departments");
            Employee li = office.employee("li.lei");
            li.says_in_the_group("XQ-1");
            li.sees("XQ-1 薪酬海报");
            li.says_in_the_group("评论 XQ-1 快一点");
            li.sees("评论:快一点");
            office.employee("zhou.jie").sees("李雷 评论:快一点");
            li.says_in_the_group("轨迹 XQ-1");
            li.sees("XQ-1 的轨迹");
            office.nothing_else_was_said();
        }
    }
}
