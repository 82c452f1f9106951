package io.xietong.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The three guided tours, walked by a visitor with four people, on every screen and in both themes. */
class ToursTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

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

    /** At a desk the visitor does every step where the page points; on a phone the page does it for them. */
    private static void walk(Visitor visitor, String tour, int steps) {
        boolean alone = visitor.look == Look.DESKTOP;
        visitor.find(".menu.tours summary").click();
        visitor.find("[data-tour=" + tour + "]").click();
        for (int step = 1; step <= steps; step++) {
            assertThat(visitor.find("#tour .step")).containsText(step + "/" + steps);
            Locator marked = visitor.find(".here");
            if (step < steps) assertThat(marked).isVisible();
            visitor.sees_a_sound_page(tour + " " + step);
            if (step < steps) act(visitor, alone ? marked : visitor.find("#tour .do"), step + "/" + steps);
        }
        visitor.find("#tour .do").click();
        assertThat(visitor.find("#tour")).isHidden();
    }

    /** A day may have to pass more than once, over a weekend. */
    private static void act(Visitor visitor, Locator button, String step) {
        for (int days = 0; days < 5 && visitor.find("#tour .step").textContent().contains(step); days++) {
            button.click();
            visitor.page.waitForFunction("() => !document.querySelector('[aria-busy=true]')");
        }
    }

    private static void trail_tells(Visitor visitor, String... steps) {
        for (String step : steps) assertThat(visitor.find("#inspector .trail")).containsText(step);
    }
}
