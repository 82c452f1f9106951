package io.xietong.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guided tours, walked by a visitor with four people at a time, on every screen and in both themes. */
class ToursTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /** Whether the page waits for the visitor: nothing is under way, or a question is open. */
    private static final String SETTLED =
            "() => document.querySelector('#confirm[open]') || !document.querySelector('[aria-busy=true]')";

    private final RunningSandbox sandbox = RunningSandbox.at("2026-11-23T20:30:00+08:00");

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void the_twenty_four_hours_end_with_the_head(Look look) {
        try (Visitor visitor = CHROMIUM.visitor(look).opens(sandbox)) {
            walk(visitor, "hours", 6);
            trail_tells(visitor, "答复时限已过 50%", "答复时限已过 75%", "答复时限已过 90%", "答复时限已到", "赵敏 受理");
        }
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void a_question_and_two_transfers_lead_to_five_stars(Look look) {
        try (Visitor visitor = CHROMIUM.visitor(look).opens(sandbox)) {
            walk(visitor, "passing", 11);
            trail_tells(visitor, "要求补充", "已补充", "转派给 设计部 周洁", "转派给 设计部 吴悦", "吴悦 受理", "评分 5 星");
        }
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void the_deputy_acts_in_the_name_of_the_absent_head(Look look) {
        try (Visitor visitor = CHROMIUM.visitor(look).opens(sandbox)) {
            walk(visitor, "absence", 7);
            trail_tells(visitor, "李雷 向 生产部 求助", "冯琳 代 郑强 受理");
        }
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void a_dispute_climbs_to_the_committee_and_its_ruling_is_carried_out(Look look) {
        try (Visitor visitor = CHROMIUM.visitor(look).opens(sandbox)) {
            walk(visitor, "dispute", 13);
            trail_tells(visitor, "升级到「负责人协商」", "由 陈总 主持", "高远 投票", "表决结束", "裁决:支持市场部");
        }
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void a_project_is_chartered_and_its_second_gate_waits_for_the_conditions_of_the_first(Look look) {
        try (Visitor visitor = CHROMIUM.visitor(look).opens(sandbox)) {
            walk(visitor, "project", 19);
            trail_tells(visitor, "签署:生产部", "韩梅 承担牵头,投入 50%", "关键节点 1「设计定稿」放行", "关键节点 2「试产」放行");
        }
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void a_meeting_is_called_held_and_minuted(Look look) {
        try (Visitor visitor = CHROMIUM.visitor(look).opens(sandbox)) {
            walk(visitor, "meeting", 11);
            trail_tells(visitor, "召集会议", "李雷 委托 韩梅 参加", "分发纪要第 1 稿,行动项 1 个", "何涛 确认纪要");
        }
    }

    /** At a desk the visitor does every step where the page points; on a phone the page does it for them. */
    private static void walk(Visitor visitor, String tour, int steps) {
        boolean alone = visitor.look == Look.DESKTOP;
        visitor.find(".menu.tours summary").click();
        visitor.find("[data-tour=" + tour + "]").click();
        for (int step = 1; step <= steps; step++) {
            assertThat(visitor.find("#tour .step")).containsText(step + "/" + steps);
            Locator marked = visitor.find(".here");
            if (step < steps) assertThat(marked).isVisible();
            if (step == steps || step % (alone ? 4 : 2) == 0) visitor.sees_a_sound_page(tour + " " + step);
            if (step < steps) act(visitor, alone ? marked : visitor.find("#tour .do"), step + "/" + steps);
        }
        visitor.find("#tour .do").click();
        assertThat(visitor.find("#tour")).isHidden();
    }

    /** A day may have to pass more than once, over a weekend. */
    private static void act(Visitor visitor, Locator button, String step) {
        for (int days = 0; days < 5 && visitor.find("#tour .step").textContent().contains(step); days++) {
            button.click();
            visitor.page.waitForFunction(SETTLED);
            if (!visitor.find("#confirm").isVisible()) continue;
            visitor.find("#confirm .yes").click();
            visitor.page.waitForFunction(SETTLED);
        }
    }

    private static void trail_tells(Visitor visitor, String... steps) {
        for (String step : steps) assertThat(visitor.find("#inspector .trail")).containsText(step);
    }
}
