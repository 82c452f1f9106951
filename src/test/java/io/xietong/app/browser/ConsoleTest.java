package io.xietong.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.util.List;
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
        sandbox = RunningSandbox.at("2026-11-13T09:00:00+08:00");
        project();
        sandbox.moves("2026-11-20T09:00:00+08:00");
        sandbox.says("li.lei", "求助 设计部 展会主视觉海报 11月26日");
        sandbox.says("sun.mi", "求助 生产部 样机拍照场地 11月25日");
        sandbox.says("li.lei", "争议 生产部 样机三次推迟,影响上市");
        sandbox.says("he.tao", "立场 ZY-1 物料晚到两周,已书面通知");
        sandbox.says("zheng.qiang", "行动项 何涛 补齐样机 2026-11-24");
        sandbox.says("xu.ning", "争议 财务部 供应商付款两次延期");
        sandbox.says("xu.ning", "升级 ZY-2 谈不拢");
        sandbox.says("he.tao", "延期 XM-1 3 2027年1月15日 生产部 物料晚到两周");
        sandbox.says("sun.mi", "开会 新品上市协调 下周三 14:00 市场部 何涛");
        sandbox.says("zheng.qiang", "开会 生产早会 下周四 8:30 何涛 许宁");
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
        sandbox.says("han.mei", "求助 财务部 " + WILD + " 3个工作日内");
        sandbox.says("li.lei", "求助 生产部 包装盒尺寸确认 今天");
    }

    /** One that has started: a milestone reached, one that is late, one put off. */
    private static void project() {
        sandbox.says(
                "li.lei",
                "立项 新品上市;牵头 李雷;市场调研 11月18日 市场部 调研报告;设计评审 11月23日 设计部+市场部 设计稿 关键节点;"
                        + "样机验收 12月18日 生产部 样机;首批上市 2027年2月5日 市场部 首批 关键节点");
        for (String head : List.of("zhang.wei", "zhao.min", "zheng.qiang")) sandbox.says(head, "签署 XM-1");
        sandbox.says("li.lei", "承担 XM-1 投入 50%");
        sandbox.moves("2026-11-17T15:00:00+08:00");
        sandbox.says("li.lei", "达成 XM-1 1 调研报告已发群里");
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
                "recent",
                "all",
                "find?q=样机",
                "item/ZY-1"
            }) visitor.looks_at(sandbox, page);
        }
        try (Visitor visitor = CHROMIUM.visitor(look)) {
            visitor.enters(sandbox, "sun.mi");
            visitor.looks_at(sandbox, "duty");
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
            visitor.is_refused(sandbox, link, 410).is_refused(sandbox, "/console", 401);
            visitor.enters(sandbox, "sun.mi").is_refused(sandbox, "/console/item/ZY-99", 404);
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
            assertThat(visitor.find(".card .body")).containsText(WILD);
            assertThat(visitor.page.locator("main script")).hasCount(0);
            visitor.sees_a_sound_page("console wild");
        }
    }

    @Test
    void english_is_complete_and_fits() {
        sandbox.says("zhang.wei", "设置 语言 English");
        try (Visitor visitor = CHROMIUM.visitor(Look.DESKTOP)) {
            visitor.page.navigate(sandbox.address() + sandbox.consoleLink("zhang.wei"));
            visitor.find("main button").click();
            assertThat(visitor.find("h1")).hasText("Mine");
            visitor.sees_a_sound_page("console english");
            visitor.looks_at(sandbox, "department?of=production");
            assertThat(visitor.find("main")).containsText("1 more that only those who take part may see.");
        }
    }
}
