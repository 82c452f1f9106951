package io.xietong.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The console as a browser shows it, on both screens and in both themes; entered by the link that the bot sends. */
class ConsoleTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String WILD = "<script>alert(1)</script> @所有人";

    private static RunningSandbox sandbox;

    @BeforeAll
    static void fill() {
        sandbox = RunningSandbox.at("2026-11-20T09:00:00+08:00");
        sandbox.says("li.lei", "求助 设计部 展会主视觉海报 11月26日");
        sandbox.says("sun.mi", "求助 生产部 样机拍照场地 11月25日");
        sandbox.says("li.lei", "争议 生产部 样机三次推迟,影响上市");
        sandbox.says("han.mei", "争议 财务部 展会费用由谁承担");
        sandbox.says("he.tao", "立场 ZY-1 物料晚到两周,已书面通知");
        sandbox.says("zheng.qiang", "行动项 何涛 补齐样机 2026-11-24");
        sandbox.says("li.lei", "立项 新品上市;牵头 李雷;设计评审 12月15日 设计部+市场部 设计稿;样机验收 1月20日 生产部 样机;首批上市 3月1日 市场部 首批 关键节点");
        sandbox.says("zhou.jie", "立项 官网改版;牵头 周洁;栏目定稿 12月4日 设计部 栏目表;上线 12月28日 信息技术部 新官网 关键节点");
        sandbox.says("sun.mi", "开会 新品上市协调 下周三 14:00 市场部 何涛");
        sandbox.says("sun.mi", "开会 季度回顾 下周四 10:00 市场部 生产部");
        sandbox.says("sun.mi", "公告");
        sandbox.presses(
                "sun.mi", "publish", Map.of("text", "周五下午系统停机维护", "kind", "TASK", "audience", "全公司", "must", "yes"));
        sandbox.says("li.lei", "文件");
        sandbox.presses(
                "li.lei",
                "shelve",
                Map.of(
                        "name",
                        "新品定价表",
                        "link",
                        "https://docs.example/price",
                        "shelf",
                        "SHARED_DATA",
                        "audience",
                        "全公司"));
        sandbox.moves("2026-11-24T15:00:00+08:00");
        sandbox.says("han.mei", "求助 生产部 " + WILD + " 3个工作日内");
        sandbox.says("li.lei", "求助 生产部 包装盒尺寸确认 今天");
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void every_page_is_sound(Look look) {
        try (Visitor visitor = CHROMIUM.visitor(look)) {
            visitor.page.navigate(sandbox.address() + sandbox.consoleLink("he.tao"));
            assertThat(visitor.find("h1")).hasText("何涛,欢迎");
            visitor.sees_a_sound_page("console entrance");
            visitor.find("main button").click();
            assertThat(visitor.find("h1")).hasText("我的");
            visitor.sees_a_sound_page("console mine");
            for (String page : new String[] {
                "department",
                "disputes",
                "projects",
                "meetings",
                "notices",
                "notices?list=documents",
                "all",
                "find?q=样机",
                "item/ZY-1"
            }) visitor.looks_at(sandbox, page);
        }
        try (Visitor visitor = CHROMIUM.visitor(look)) {
            visitor.enters(sandbox, "sun.mi");
            for (String page : new String[] {"duty", "department", "item/XM-1"}) visitor.looks_at(sandbox, page);
        }
    }

    @Test
    void a_link_lets_in_once_and_what_waits_is_answered_on_the_items_page() {
        try (Visitor visitor = CHROMIUM.visitor(Look.PHONE)) {
            sandbox.says("li.lei", "求助 行政部 门禁卡一张 3个工作日内");
            String link = sandbox.consoleLink("sun.mi");
            visitor.page.navigate(sandbox.address() + link);
            visitor.find("main button").click();
            visitor.page.getByText("门禁卡一张").click();
            assertThat(visitor.find("h1")).containsText("门禁卡一张");
            visitor.find("[value=decline]").click();
            assertThat(visitor.find("[role=alert]")).containsText("婉拒后");
            visitor.sees_a_sound_page("console question");
            visitor.find("button[value='']").click();
            visitor.find("[value=accept]").click();
            assertThat(visitor.find("[role=status]")).containsText("已提交");
            assertThat(visitor.find(".trail")).containsText("受理");
            assertThat(visitor.find(".trail")).containsText("控制台");
            visitor.sees_a_sound_page("console accepted");
            visitor.find("button[aria-label=退出控制台]").click();
            assertThat(visitor.find("h1")).hasText("已退出");
        }
    }

    @Test
    void a_keyboard_finds_the_content_the_search_and_the_theme() {
        try (Visitor visitor = CHROMIUM.visitor(Look.DESKTOP).enters(sandbox, "li.lei")) {
            Keyboard keyboard = visitor.page.keyboard();
            keyboard.press("Tab");
            Locator skip = visitor.find(".skip");
            assertThat(skip).isFocused();
            keyboard.press("Enter");
            assertThat(visitor.find("#main")).isFocused();
            keyboard.press("/");
            assertThat(visitor.find("#q")).isFocused();
            keyboard.type("xq21");
            keyboard.press("Enter");
            assertThat(visitor.find("h1")).containsText("XQ-21 展会主视觉海报");
            visitor.find(".tool.theme").click();
            assertThat(visitor.find("html")).hasAttribute("data-theme", Pattern.compile("dark|light"));
        }
    }

    @Test
    void what_people_write_is_shown_as_they_wrote_it() {
        try (Visitor visitor = CHROMIUM.visitor(Look.DESKTOP).enters(sandbox, "han.mei")) {
            visitor.page.navigate(sandbox.address() + "/console?list=own");
            visitor.page.getByText(Pattern.compile("<script>")).click();
            assertThat(visitor.find(".text .verbatim")).containsText(WILD);
            assertThat(visitor.page.locator("main script")).hasCount(0);
            visitor.sees_a_sound_page("console wild");
        }
    }
}
