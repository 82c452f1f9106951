package io.xietong.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page does beside the tours. */
class SandboxPageTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final RunningSandbox sandbox = RunningSandbox.at("2026-11-24T09:00:00+08:00");

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_request_is_filed_by_keyboard_alone() {
        try (Visitor visitor = CHROMIUM.visitor(Look.DESKTOP).opens(sandbox)) {
            Keyboard keyboard = visitor.page.keyboard();
            keyboard.press("Alt+Digit7");
            Locator phone = visitor.phone("wang.fang");
            assertThat(phone.locator(".composer textarea")).isFocused();
            keyboard.type("/求");
            assertThat(phone.getByRole(AriaRole.OPTION)).hasCount(1);
            assertThat(phone.getByRole(AriaRole.OPTION)).containsText("求助");
            keyboard.press("Enter");
            assertThat(phone.locator(".composer textarea")).hasValue("/求助 ");
            keyboard.press("Enter");
            Locator form = phone.locator(".card").last();
            assertThat(form).containsText("向哪个部门求助");
            tab_to(form.locator("[name=department]"), "Shift+Tab");
            keyboard.press("ArrowDown");
            keyboard.press("Tab");
            keyboard.type("展会背景板");
            tab_to(form.locator("[data-button=file]"), "Tab");
            keyboard.press("Enter");
            assertThat(phone.locator(".messages")).containsText(Pattern.compile("XQ-\\d+ 展会背景板"));
            visitor.sees_a_sound_page("filed by keyboard");
        }
    }

    private static void tab_to(Locator wanted, String key) {
        for (int steps = 0; steps < 30; steps++) {
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) return;
            wanted.page().keyboard().press(key);
        }
        assertThat(wanted).isFocused();
    }

    @Test
    void what_people_write_is_never_read_as_markup() {
        try (Visitor visitor = CHROMIUM.visitor(Look.DESKTOP).opens(sandbox)) {
            String wild = "<img src=x onerror=alert(1)> @所有人 **粗** 👩‍👩‍👧 \"'&lt;";
            visitor.says("han.mei", "group:launch", wild);
            Locator phone = visitor.phone("han.mei");
            assertThat(phone.locator(".bubble").last()).hasText(wild);
            assertThat(phone.locator(".toast")).containsText("没有听到");
            visitor.says("han.mei", "single:han.mei", "求助 财务部 <b>预算</b>表 3个工作日内");
            assertThat(phone.locator(".card h3").last()).containsText("<b>预算</b>表");
            assertThat(visitor.find(".messages img, .messages h3 b")).hasCount(0);
            visitor.sees_a_sound_page("wild text");
        }
    }

    @Test
    void a_dangerous_button_asks_first_and_names_the_effect() {
        try (Visitor visitor = CHROMIUM.visitor(Look.PHONE).opens(sandbox)) {
            visitor.says("gao.yuan", "single:gao.yuan", "求助 行政部 会议室门禁 3个工作日内");
            Locator phone = visitor.speaksAs("sun.mi");
            Locator card = phone.locator(".card").last();
            card.locator("[name=text]").fill("门禁由物业负责");
            card.locator("[data-button=decline]").click();
            assertThat(visitor.find("#confirm-question")).containsText("婉拒后");
            visitor.sees_a_sound_page("confirmation");
            visitor.page.keyboard().press("Escape");
            assertThat(card.locator("h3")).containsText("进行中");
            assertThat(card.locator("[name=text]")).hasValue("门禁由物业负责");
            card.locator("[data-button=decline]").click();
            visitor.find("#confirm .yes").click();
            assertThat(card.locator("h3")).containsText("已结束");
        }
    }

    @Test
    void somebody_elses_page_learns_of_it_at_once() {
        try (Visitor asks = CHROMIUM.visitor(Look.DESKTOP).opens(sandbox);
                Visitor watches = CHROMIUM.visitor(Look.PHONE).opens(sandbox)) {
            Locator phone = watches.speaksAs("guo.jing");
            asks.says("xu.ning", "single:xu.ning", "求助 财务部 付款到账凭证 3个工作日内");
            LocatorAssertions.ContainsTextOptions soon = new LocatorAssertions.ContainsTextOptions().setTimeout(10_000);
            assertThat(phone.locator(".messages")).containsText("付款到账凭证", soon);
            assertThat(watches.find("#news")).containsText("郭静 收到");
            watches.panel("people");
            assertThat(watches.find(".people [data-person='ma.li']")).isVisible();
            watches.sees_a_sound_page("people on a phone");
        }
    }

    @Test
    void what_cannot_be_read_for_a_while_is_read_later() {
        try (Visitor visitor = CHROMIUM.visitor(Look.DESKTOP).opens(sandbox)) {
            String messages = "**/sandbox/api/messages?*";
            visitor.page.route(messages, Route::abort);
            visitor.page.waitForRequest(messages, () -> sandbox.says("guo.jing", "求助 设计部 展架"));
            assertThat(visitor.find("[data-person='zhou.jie'] .messages")).not().containsText("展架");
            visitor.page.unroute(messages);
            assertThat(visitor.find("[data-person='zhou.jie'] .messages")).containsText("展架");
        }
    }

    @Test
    void behind_the_scenes_are_trail_outbox_and_json() {
        try (Visitor visitor = CHROMIUM.visitor(Look.DESKTOP).opens(sandbox)) {
            visitor.says("lin.xia", "single:lin.xia", "求助 信息技术部 报销系统打不开 3个工作日内");
            Locator phone = visitor.phone("lin.xia");
            phone.locator(".card h3 .item").last().click();
            assertThat(visitor.find(".trail")).containsText("向 信息技术部 求助");
            assertThat(visitor.find(".trail")).containsText("在 协同");
            phone.locator(".message:has(.card) .source").last().click();
            assertThat(visitor.find("#view-json pre")).containsText("\"tone\": \"info\"");
            visitor.sees_a_sound_page("json");
            visitor.find("#tab-outbox").click();
            assertThat(visitor.find(".outbox li").first()).containsText("已发");
            visitor.sees_a_sound_page("outbox");
        }
    }

    @Test
    void the_page_speaks_english_and_remembers_phones_and_theme() {
        try (Visitor visitor = CHROMIUM.visitor(Look.DESKTOP).opens(sandbox, "?language=en")) {
            assertThat(visitor.find("[data-move=day]")).hasText("+24 hours");
            visitor.find(".people li", "tang.wan").locator(".beside").click();
            assertThat(visitor.phone("tang.wan")).isVisible();
            visitor.find(".tool.theme").click();
            visitor.sees_a_sound_page("english");
            visitor.opens(sandbox);
            assertThat(visitor.find("html")).hasAttribute("data-theme", "dark");
            assertThat(visitor.phone("tang.wan")).isVisible();
            assertThat(visitor.find("[data-move=day]")).hasText("+24 小时");
        }
    }

    /** At the width where clock and tools begin to share the bar, in the language with the longer words. */
    @Test
    void the_clock_leaves_room_for_the_tools() {
        try (Visitor visitor = CHROMIUM.visitor(Look.DESKTOP).opens(sandbox, "?language=en")) {
            visitor.page.setViewportSize(1280, 800);
            assertThat(visitor.find(".now time")).not().isEmpty();
            visitor.find(".tools summary").click(new Locator.ClickOptions().setTrial(true));
            visitor.find(".coming summary").click(new Locator.ClickOptions().setTrial(true));
        }
    }

    @Test
    void the_clock_goes_where_the_visitor_picks_and_never_back() {
        try (Visitor visitor = CHROMIUM.visitor(Look.PHONE).opens(sandbox)) {
            visitor.panel("clock");
            assertThat(visitor.find(".coming")).containsText("XQ-18");
            visitor.find(".pick summary").click();
            visitor.find("#pick-time").fill("2026-11-28T10:30");
            visitor.find(".pick form button").click();
            assertThat(visitor.find(".now time")).containsText("11月28日(周六) 10:3");
            assertThat(visitor.find(".now .mark")).hasText("休息时间");
            visitor.sees_a_sound_page("clock");
        }
    }
}
