package io.xietong.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xietong.app.config.OrganisationFile;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.Emulator;
import io.xietong.emulator.dingtalk.DingtalkEmulator;
import io.xietong.emulator.feishu.FeishuEmulator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page's visitor is known by Feishu and DingTalk, where that is switched on; WeCom has a test of its own. */
class SignInTest {

    private static final Path CONFIG = Path.of("..", "config");
    private static final String PUBLIC = "https://xietong.example";
    private static final Pattern LINK = Pattern.compile(PUBLIC + "/form/[\\w-]{32}");

    private Emulation emulation;
    private App app;

    @AfterEach
    void close() {
        app.close();
        emulation.close();
    }

    /** The page that takes a file from somebody. */
    private URI linked(String platform, String account) {
        emulation = Emulation.start(
                List.of(platform),
                OrganisationFile.read(CONFIG.resolve("organisation.yml")).organisation());
        Emulator emulator = emulation.emulators().get(platform);
        emulator.trust("xietong.example");
        String signIn = "XIETONG_PLATFORMS_" + platform.toUpperCase(Locale.ROOT) + "_SIGN_IN";
        app = App.start(
                AtAnyHour.settings(emulation, Map.of("XIETONG_SERVER_PUBLIC_URL", PUBLIC, signIn, "true")),
                Optional.empty());
        await().atMost(Duration.ofSeconds(60)).until(() -> isConnected(emulator));
        String chat = platform.equals("feishu") ? FeishuEmulator.single(account) : DingtalkEmulator.single(account);
        emulator.say(account, chat, "文件 新品定价表");
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> link(emulator, chat), Optional::isPresent)
                .orElseThrow();
    }

    private static boolean isConnected(Emulator emulator) {
        return emulator instanceof FeishuEmulator feishu
                ? feishu.sockets().any()
                : ((DingtalkEmulator) emulator).gateway().any();
    }

    private static Optional<URI> link(Emulator emulator, String chat) {
        return emulator.chats().in(chat).stream()
                .filter(message -> message.from().equals(EmulatedChats.BOT))
                .map(message -> LINK.matcher(message.payload().toString()))
                .filter(Matcher::find)
                .map(found -> URI.create(found.group()))
                .findFirst();
    }

    @ParameterizedTest
    @CsvSource({"feishu, ou_lilei, ou_hanmei", "dingtalk, u-lilei, u-hanmei"})
    void only_the_person_a_page_was_made_for_gets_to_see_it(String platform, String whose, String other) {
        URI link = linked(platform, whose);

        Browser stranger = new Browser(PUBLIC, app.port());
        URI asked = stranger.opens(link).redirect();
        assertThat(asked.toString())
                .startsWith(emulation.emulators().get(platform).address())
                .doesNotContain(link.getPath().substring("/form/".length()));
        Browser.Answer refused = stranger.opens(
                stranger.opens(URI.create(asked + "&as=" + other)).redirect());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.page()).contains("韩梅,这张表单不是发给你的").doesNotContain("新品定价表");

        Browser browser = new Browser(PUBLIC, app.port());
        URI back = browser.opens(URI.create(browser.opens(link).redirect() + "&as=" + whose))
                .redirect();
        assertThat(browser.opens(back).redirect()).isEqualTo(link);
        assertThat(browser.opens(link).page()).contains("新品定价表");
    }
}
