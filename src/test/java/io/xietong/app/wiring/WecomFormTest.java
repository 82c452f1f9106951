package io.xietong.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xietong.app.config.OrganisationFile;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.FaultSwitches.Fault;
import io.xietong.emulator.wecom.WecomEmulator;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A web form is opened within WeCom, which says who opens it; over the whole program and the emulated sign-in. */
class WecomFormTest {

    private static final Path CONFIG = Path.of("..", "config");
    private static final String PUBLIC = "https://xietong.example";
    private static final Pattern LINK = Pattern.compile(PUBLIC + "/form/[\\w-]{32}");

    private final Emulation emulation = Emulation.start(
            List.of("wecom"),
            OrganisationFile.read(CONFIG.resolve("organisation.yml")).organisation());
    private final WecomEmulator wecom = (WecomEmulator) emulation.emulators().get("wecom");
    private App app;

    @BeforeEach
    void trust() {
        wecom.trust("xietong.example");
    }

    @AfterEach
    void close() {
        app.close();
        emulation.close();
    }

    /** 李雷 asks; the link is on the card that 周洁 gets. */
    private URI linked(String... more) {
        Map<String, String> environment = new HashMap<>(Map.of("XIETONG_SERVER_PUBLIC_URL", PUBLIC));
        for (int i = 0; i < more.length; i += 2) environment.put(more[i], more[i + 1]);
        app = App.start(AtAnyHour.settings(emulation, environment), Optional.empty());
        emulation.callBack(URI.create("http://127.0.0.1:" + app.port()));
        wecom.say("lilei", WecomEmulator.appChat("lilei"), "求助 设计部 展会海报 3个工作日内");
        return await().atMost(Duration.ofSeconds(20))
                .until(this::link, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<URI> link() {
        return wecom.chats().in(WecomEmulator.appChat("zhoujie")).stream()
                .filter(message -> message.from().equals(EmulatedChats.BOT))
                .map(message -> LINK.matcher(message.payload().toString()))
                .filter(Matcher::find)
                .map(found -> URI.create(found.group()))
                .findFirst();
    }

    private Browser browser() {
        return new Browser(PUBLIC, app.port());
    }

    private static URI as(URI authorize, String account) {
        return URI.create(authorize.toString().replace("#", "&as=" + account + "#"));
    }

    @Test
    void the_person_it_was_made_for_signs_in_once_and_fills_it_in() {
        URI link = linked();
        Browser browser = browser();

        URI authorize = browser.opens(link).redirect();
        assertThat(authorize.toString())
                .startsWith(wecom.address() + "/connect/oauth2/authorize?appid=wwdemo")
                .contains("redirect_uri=https%3A%2F%2Fxietong.example%2Fform-sign-in&")
                .doesNotContain(link.getPath().substring("/form/".length()));
        assertThat(browser.cookies())
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/form"));
        URI back = browser.opens(as(authorize, "zhoujie")).redirect();
        assertThat(browser.opens(back).redirect()).isEqualTo(link);

        assertThat(browser.opens(link).page()).contains("展会海报", ">受理</button>");
        HttpResponse<String> sent = browser.sends(link, "press=accept&value.date=2099-12-01");
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(browser.opens(link).status()).isEqualTo(200);
    }

    @Test
    void somebody_else_is_told_whose_form_it_is_not_and_sees_nothing_of_it() {
        URI link = linked();
        Browser browser = browser();

        URI back = browser.opens(as(browser.opens(link).redirect(), "hanmei")).redirect();

        Browser.Answer refused = browser.opens(back);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.page()).contains("韩梅,这张表单不是发给你的").doesNotContain("海报", "XQ-1", "周洁", "受理");
        assertThat(browser.opens(link).redirect().toString()).contains("/connect/oauth2/authorize");
        assertThat(browser.sends(link, "press=accept&value.date=2099-12-01").statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_state_is_good_once_and_only_in_the_browser_that_left_with_it() {
        URI link = linked();
        Browser browser = browser();
        URI back = browser.opens(as(browser.opens(link).redirect(), "zhoujie")).redirect();

        assertThat(browser().opens(back).status()).as("another browser").isEqualTo(403);
        assertThat(browser.opens(back).status()).isEqualTo(303);
        assertThat(browser.opens(back).status()).as("the second time").isEqualTo(403);

        for (String state :
                new String[] {"", "state=", "state=" + "0".repeat(48), "state=%0d%0aSet-Cookie:x", "code=c"})
            assertThat(browser.opens(URI.create(PUBLIC + "/form-sign-in?" + state))
                            .status())
                    .as(state)
                    .isEqualTo(403);
    }

    @Test
    void a_code_that_wecom_does_not_know_lets_nobody_in_and_an_outage_is_told_as_such() {
        URI link = linked();
        Browser browser = browser();
        URI back = browser.opens(as(browser.opens(link).redirect(), "zhoujie")).redirect();
        Browser.Answer forged = browser.opens(URI.create(back.toString().replaceFirst("code=[^&]+", "code=forged")));
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.page()).contains("没能确认你是谁").doesNotContain("海报");

        back = browser.opens(as(browser.opens(link).redirect(), "zhoujie")).redirect();
        wecom.faults().arm("/cgi-bin/auth/getuserinfo", Fault.answer(200, "{\"errcode\":-1,\"errmsg\":\"busy\"}"), 9);
        Browser.Answer later = browser.opens(back);
        assertThat(later.status()).isEqualTo(503);
        assertThat(later.page()).contains("暂时没能确认你是谁").doesNotContain("海报");
    }

    @Test
    void where_signing_in_is_switched_off_the_link_alone_opens_it() {
        URI link = linked("XIETONG_PLATFORMS_WECOM_APP_SIGN_IN", "false");
        assertThat(browser().opens(link).page()).contains("展会海报", ">受理</button>");
    }
}
