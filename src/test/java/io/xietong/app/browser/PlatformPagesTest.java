package io.xietong.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.xietong.app.config.OrganisationFile;
import io.xietong.app.config.Settings;
import io.xietong.app.wiring.App;
import io.xietong.app.wiring.AtAnyHour;
import io.xietong.app.wiring.Emulation;
import io.xietong.emulator.Emulator;
import io.xietong.emulator.dingtalk.DingtalkEmulator;
import io.xietong.emulator.feishu.FeishuEmulator;
import io.xietong.emulator.wecom.WecomEmulator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages on which one tries a platform without an account: a request waiting, in work and delivered; pictures for the guides. */
class PlatformPagesTest {

    private static final Path CONFIG = Path.of("..", "config");

    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    @ParameterizedTest
    @CsvSource({"feishu", "wecom", "dingtalk"})
    void the_page_shows_requests_as_the_platform_would(String platform) {
        try (Emulation emulation = Emulation.start(
                        List.of(platform),
                        OrganisationFile.read(CONFIG.resolve("organisation.yml"))
                                .organisation());
                App app = App.start(settings(emulation), Optional.empty());
                Visitor visitor = CHROMIUM.visitor(Look.DESKTOP)) {
            emulation.callBack(URI.create("http://127.0.0.1:" + app.port()));
            Emulator emulator = emulation.emulators().get(platform);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> isConnected(emulator));
            if (emulator instanceof FeishuEmulator feishu) feishu.addBot("oc_launch", "ou_lilei");
            Page page = visitor.page;
            page.navigate(emulator.address());

            speaks(page, "李雷", "新品上市项目群");
            asks(page, "展会海报", "XQ-1");
            asks(page, "产品手册封面", "XQ-2");
            asks(page, "展位效果图", "XQ-3");
            speaks(page, "周洁", platform.equals("wecom") ? "协同(应用)" : "协同");
            says(page, "受理 XQ-2 3个工作日后");
            assertThat(cards(page, "XQ-2").last()).containsText("办理中");
            says(page, "受理 XQ-3 3个工作日后");
            assertThat(cards(page, "XQ-3").last()).containsText("办理中");
            says(page, "完成 XQ-3 已放在共享盘");
            assertThat(cards(page, "XQ-3").last()).containsText("待验收");
            speaks(page, "李雷", "新品上市项目群");
            shows(page, "XQ-1", "尚未答复", platform + "-waiting");
            shows(page, "XQ-2", "办理中", platform + "-in-work");
            shows(page, "XQ-3", "待验收", platform + "-delivered");
        }
    }

    private static boolean isConnected(Emulator emulator) {
        if (emulator instanceof FeishuEmulator feishu) return feishu.sockets().any();
        if (emulator instanceof DingtalkEmulator dingtalk)
            return dingtalk.gateway().any();
        return ((WecomEmulator) emulator).sockets().any();
    }

    private static Settings settings(Emulation emulation) {
        return AtAnyHour.settings(emulation, Map.of());
    }

    private static void speaks(Page page, String person, String chat) {
        choose(page.locator("#people button"), person);
        choose(page.locator("#chats button"), chat);
        assertThat(page.locator("#chat")).containsText(chat);
    }

    private static void choose(Locator buttons, String name) {
        buttons.filter(new Locator.FilterOptions().setHasText(name)).first().click();
    }

    private static void asks(Page page, String need, String number) {
        String example = page.locator("#text").getAttribute("placeholder");
        says(page, example.replace("新品海报 周五", need + " 5个工作日内"));
        assertThat(cards(page, number).last()).containsText(need);
    }

    private static void says(Page page, String text) {
        page.locator("#text").fill(text);
        page.locator("#text").press("Enter");
    }

    private static void shows(Page page, String number, String state, String picture) {
        Locator card = cards(page, number).last();
        assertThat(card).containsText(state);
        Path file = Visitor.PICTURES.resolve(picture + ".png");
        Awaitility.await().ignoreExceptions().until(() -> card.screenshot(picture(file)).length > 0);
    }

    /** The page draws itself anew at each change, so a card may be gone before its picture is taken. */
    private static Locator.ScreenshotOptions picture(Path file) {
        return new Locator.ScreenshotOptions().setPath(file).setTimeout(2_000);
    }

    private static Locator cards(Page page, String text) {
        return page.locator("#messages article").filter(new Locator.FilterOptions().setHasText(text));
    }
}
