package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.calendar.Pause;
import io.xietong.core.request.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of bad input has its own sentence; nothing is lost and nobody else hears of it. */
class BadInputTest {

    private static final String EMOJI = "🎨👩🏽‍🎨𠮷野家🫠 é";

    private static void filed(Office office) {
        office.employee("li.lei").says("求助 设计部 新品海报 周五");
        office.employee("li.lei").sees("XQ-1");
        office.employee("zhou.jie").sees("向你求助");
    }

    private static Employee acquainted(Office office) {
        office.employee("li.lei").says("帮助");
        office.employee("li.lei").sees("我是协同");
        office.employee("li.lei").sees("我能做什么");
        return office.employee("li.lei");
    }

    @Test
    void an_unknown_verb_is_answered_with_the_three_nearest_as_buttons() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = acquainted(office);
            li.says("代半");
            Seen answer = li.sees("没听明白").with("你是不是想");
            assertThat(answer.buttons()).hasSize(3).contains("待办");
            li.says("asdfgh");
            assertThat(li.sees("没听明白").buttons()).hasSize(3);
            office.nothing_else_was_said();
        }
    }

    @Test
    void an_unknown_number_is_answered_with_recent_items() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            filed(office);
            Employee li = office.employee("li.lei");
            for (String text : new String[] {"XQ-999", "催办 XQ-999", "轨迹 XQ-999", "日历 XQ-999", "受理 XQ-999 周五"}) {
                li.says(text);
                li.sees("没有找到 XQ-999").with("XQ-1 · 新品海报").offering("XQ-1");
            }
            office.employee("guo.jing").says("催办 XQ-999");
            office.employee("guo.jing").sees("没有找到 XQ-999").with("发「求助」开始第一个");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_verb_without_a_number_lists_recent_items_and_their_buttons_complete_it() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            filed(office);
            office.employee("li.lei").says("催办");
            office.employee("li.lei").sees("催办哪一件?点一个,或写上编号").offering("XQ-1");
            office.employee("li.lei").presses("XQ-1");
            office.employee("zhou.jie").sees("李雷 催办");
            office.employee("zhao.min").says("婉拒");
            office.employee("zhao.min").sees("婉拒哪一件").offering("XQ-1");
            office.employee("zhao.min").presses("XQ-1");
            office.employee("zhao.min").sees("请写明理由,例如:婉拒 XQ-1 不归我们部门负责").in_form("婉拒的理由");
            office.nothing_else_was_said();
        }
    }

    @Test
    void the_rest_of_what_was_typed_without_a_number_is_not_lost() {
        try (Office office = Office.at("2026-11-24T17:30:00")) {
            filed(office);
            Employee zhou = office.employee("zhou.jie");
            zhou.says("受理 明天");
            zhou.sees("受理哪一件").offering("XQ-1");
            office.it_becomes("2026-11-25T08:00:00");
            zhou.presses("XQ-1");
            assertThat(office.request(1).promised()).contains(LocalDate.of(2026, 11, 25));

            office.it_becomes("2026-11-25T10:00:00");
            office.employee("li.lei").says("求助 设计部 展台布置");
            zhou.sees("XQ-2 展台布置");
            zhou.says("婉拒 最近没有人手");
            zhou.sees("婉拒哪一件").offering("XQ-2", "XQ-1");
            zhou.presses("XQ-2");
            office.employee("li.lei").sees("婉拒。理由:最近没有人手");
        }
    }

    @Test
    void a_right_that_is_missing_names_who_may() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            filed(office);
            office.employee("li.lei").says("受理 XQ-1 周五");
            office.employee("li.lei").sees("只有 设计部 的接口人、副手或负责人可以这样做;XQ-1 现在由 周洁 接手");
            office.employee("han.mei").says("撤回 XQ-1 确认");
            office.employee("han.mei").sees("只有提出人 李雷 可以对 XQ-1 这样做");
            office.employee("han.mei").says("升级 XQ-1");
            office.employee("han.mei").sees("只有 李雷 和 设计部 可以对 XQ-1 这样做");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_press_on_a_decided_card_is_answered_with_who_decided_and_replaces_the_card() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.employee("li.lei").says_in_the_group("求助 设计部 新品海报 周五");
            office.group().sees("XQ-1");
            Seen card = office.employee("zhou.jie").sees("向你求助");
            Seen old = card.as_it_is();
            office.it_becomes("2026-11-24T10:00:00");
            office.employee("zhao.min").says("受理 XQ-1 11月30日");
            office.employee("zhao.min").sees("受理,承诺 11月30日(周一) 完成");
            office.employee("li.lei").sees("赵敏 已受理");

            String said = "XQ-1 已由 赵敏 于 11月24日(周二) 10:00 处理:受理,承诺 11月30日(周一) 完成。现在是「办理中」。";
            for (String button : List.of("受理", "需补充", "转派", "婉拒")) {
                assertThat(office.employee("zhou.jie").presses(old, button, Map.of("date", "2026-11-27", "text", "x")))
                        .isEqualTo(said);
            }
            old.now_reads("办理中 · 赵敏 承诺 11月30日(周一) 前完成");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_press_on_the_card_of_the_department_that_passed_it_on_says_so() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            filed(office);
            Seen old = office.employee("zhou.jie").reads_again("向你求助").as_it_is();
            office.employee("zhou.jie").presses("转派", Map.of("to", "production"));
            office.employee("li.lei").sees("已从 设计部 转派到 生产部");
            office.employee("he.tao").sees("的需求转到了你这里");
            assertThat(office.employee("zhou.jie").presses(old, "受理", Map.of("date", "2026-11-27")))
                    .startsWith("XQ-1 已由 周洁 于 11月24日(周二) 09:00 处理:转派给 生产部 何涛");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_forged_press_has_the_rights_of_who_pressed_and_no_more() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            filed(office);
            Employee guo = office.employee("guo.jing");
            assertThat(guo.forges("受理 XQ-1 周五", 1, Map.of())).isEqualTo("XQ-1 只对双方部门可见。需要了解请联系提出人或秘书。");
            assertThat(office.employee("han.mei").forges("受理 XQ-1 周五", 99, Map.of("person", "zhou.jie")))
                    .contains("只有 设计部 的接口人");
            assertThat(guo.forges("受理 XQ-777 周五", 3, Map.of())).isEqualTo("没有找到 XQ-777。");
            guo.forges("'; DROP TABLE request; --", 3, Map.of());
            office.read_all("guo.jing");
            office.employee("li.lei").says("XQ-1");
            office.employee("li.lei").sees("待响应");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_form_with_values_that_no_card_offers_is_answered_in_a_sentence() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            assertThat(li.forges("求助", 0, Map.of("department", "mars", "need", "x")))
                    .startsWith("没有找到部门「mars」");
            assertThat(li.forges("求助", 0, Map.of("department", "design", "need", "x", "visibility", "everyone")))
                    .isNotBlank()
                    .doesNotContain("Exception");
            assertThat(li.forges("代理", 0, Map.of("delegate", "han.mei", "from", "soon", "until", "later")))
                    .isNotBlank()
                    .doesNotContain("Exception");
            office.read_all("li.lei", "zhou.jie", "han.mei");
            office.nothing_else_was_said();
        }
    }

    @Test
    void the_same_text_twice_within_ten_seconds_is_asked_about() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            filed(office);
            Employee li = office.employee("li.lei");
            office.passes("PT9S");
            li.says("求助 设计部 新品海报 周五");
            li.sees("刚才已经提交过同样的内容(XQ-1)");
            office.nothing_else_was_said();
            assertThat(li.presses("提交")).startsWith("XQ-2");
            li.sees("以前有类似的求助:XQ-1");
            li.sees("XQ-2 新品海报");
            office.employee("zhou.jie").sees("XQ-2");
            office.passes("PT11S");
            li.says("求助 设计部 新品海报 周五");
            li.sees("以前有类似的求助");
            li.sees("XQ-3");
            office.employee("zhou.jie").sees("XQ-3");
            office.nothing_else_was_said();
        }
    }

    @Test
    void days_that_are_over_or_do_not_exist_are_named() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            li.says("求助 设计部 新品海报 2026年11月20日");
            li.sees("11月20日(周五) 已经过去,请写今天或以后的日期");
            li.says("求助 设计部 新品海报 2月30日");
            li.sees("没有「2月30日」这一天,请换一个日期");
            li.says("请设计部2月30日前出新品海报");
            li.sees("新的求助").with("没有「2月30日").without("2026-02-30");
            filed(office);
            office.employee("zhou.jie").says("受理 XQ-1 11月1日");
            office.employee("zhou.jie").sees("11月1日(周日) 已经过去");
            assertThat(office.employee("zhou.jie").presses("受理", Map.of("date", "2026-11-23")))
                    .contains("11月23日(周一) 已经过去");
            assertThat(office.employee("zhou.jie").presses("受理", Map.of("date", "2026-02-31")))
                    .contains("没有「2026-02-31」这一天");
            office.nothing_else_was_said();
        }
    }

    @Test
    void friday_on_a_friday_is_asked_about() {
        try (Office office = Office.at("2026-11-27T09:00:00")) {
            Employee li = office.employee("li.lei");
            li.says("求助 设计部 新品海报 周五");
            li.sees("今天就是这一天:是指今天 11月27日(周五),还是下周 12月4日(周五)?").offering("今天 11月27日(周五)", "下周 12月4日(周五)");
            office.nothing_else_was_said();
            li.presses("下周 12月4日(周五)");
            li.sees("XQ-1").with("期望完成:12月4日(周五)");
            office.employee("zhou.jie").sees("向你求助");
            office.employee("zhou.jie").says("受理 XQ-1 周五");
            office.employee("zhou.jie").sees("今天就是这一天");
            assertThat(office.employee("zhou.jie").presses("今天 11月27日(周五)")).contains("承诺 11月27日(周五)");
            li.sees("周洁 已受理,承诺 11月27日(周五) 完成");
            office.nothing_else_was_said();
        }
    }

    @Test
    void a_text_that_is_too_long_is_refused_with_the_limit_and_nothing_is_kept() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            li.says("求助 设计部 " + "长".repeat(10_000) + " 周五");
            li.sees("内容太长(10010 字),最多 4000 字。请写要点,细节放进文件再附上链接");
            li.says("求助 设计部 " + "🎨".repeat(3_900) + " 周五");
            li.sees("XQ-1 " + "🎨".repeat(20) + "…").with("🎨".repeat(3_900));
            Seen card = office.employee("zhou.jie").sees("🎨".repeat(3_900));
            assertThat(office.employee("zhou.jie").presses(card, "需补充", Map.of("text", "问".repeat(10_000))))
                    .startsWith("内容太长(10000 字)");
            card.now_reads("待响应");
            office.nothing_else_was_said();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\u001b[31m", "\u200b", "\u202e", "\ufeff", "\u0085"})
    void control_and_direction_characters_do_not_get_through(String trick) {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.employee("li.lei").says("求助 设计部 新品" + trick + "海报 周五");
            String shown = office.employee("li.lei").sees("XQ-1").text();
            assertThat(shown.codePoints()
                            .filter(c ->
                                    c != '\n' && (c < 32 || c == 0x200b || c == 0x202e || c == 0xfeff || c == 0x85)))
                    .isEmpty();
            office.employee("zhou.jie").sees("海报");
            office.nothing_else_was_said();
        }
    }

    @Test
    void mentions_and_markup_in_a_text_are_only_text() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            String trick =
                    "@所有人 <at id=all></at> **粗** [链接](http://x) {0} %s ${jndi:ldap://x} <script>alert(1)</script>";
            office.employee("li.lei").says("求助 设计部 " + trick + " 周五");
            office.employee("li.lei").sees("XQ-1").with(trick);
            office.employee("zhou.jie").sees("向你求助").with(trick);
            office.nothing_else_was_said();
        }
    }

    @Test
    void emoji_and_four_byte_characters_stay_whole_in_every_field() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            Employee li = office.employee("li.lei");
            Employee zhou = office.employee("zhou.jie");
            li.says("求助");
            Seen form = li.sees("新的求助");
            li.presses(form, "提交", Map.of("department", "design", "need", EMOJI, "support", EMOJI));
            li.sees("XQ-1").with("需求:" + EMOJI, "所需支持:" + EMOJI);
            zhou.sees("向你求助").with("需求:" + EMOJI);
            zhou.presses("需补充", Map.of("text", EMOJI));
            li.sees("周洁 需要你补充:" + EMOJI);
            li.presses("补充", Map.of("text", EMOJI));
            zhou.sees("李雷 已补充:" + EMOJI);
            li.says("评论 XQ-1 " + EMOJI);
            li.sees("评论:" + EMOJI);
            zhou.sees("李雷 评论:" + EMOJI);
            zhou.presses("婉拒", Map.of("text", EMOJI));
            li.sees("婉拒。理由:" + EMOJI);
            li.presses("重开", Map.of("text", EMOJI));
            zhou.sees("李雷 重开了这张需求单。理由:" + EMOJI);
            zhou.presses("受理", Map.of("date", "2026-11-27"));
            li.sees("已受理");
            zhou.presses("完成", Map.of("text", EMOJI));
            li.sees("周洁 已完成,请验收。" + EMOJI);
            li.presses("验收", Map.of("rating", "5", "text", EMOJI));
            zhou.sees("李雷 已验收,评分 5 星。" + EMOJI);
            li.says("查 𠮷野家");
            li.sees("查找「𠮷野家」").with("XQ-1");
            li.says("轨迹 XQ-1");
            li.sees("XQ-1 的轨迹")
                    .with(
                            "要求补充:" + EMOJI,
                            "已补充:" + EMOJI,
                            "评论:" + EMOJI,
                            "婉拒。理由:" + EMOJI,
                            "重开。理由:" + EMOJI,
                            "交付。" + EMOJI);
            office.nothing_else_was_said();

            Request stored = office.request(1);
            assertThat(stored.ask().need()).isEqualTo(EMOJI);
            assertThat(stored.ask().supportNeeded()).isEqualTo(EMOJI);
            assertThat(stored.deadlines().stream().flatMap(deadline -> deadline.pauses().stream()))
                    .extracting(Pause::why)
                    .containsExactly(EMOJI);
        }
    }

    @Test
    void one_asks_another_department_not_ones_own() {
        try (Office office = Office.at("2026-11-24T09:00:00")) {
            office.employee("li.lei").says("求助 市场部 新品海报 周五");
            office.employee("li.lei").sees("市场部 就是你所在的部门,部门内的事不用需求单");
            office.nothing_else_was_said();
        }
    }
}
