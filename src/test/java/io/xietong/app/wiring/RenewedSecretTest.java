package io.xietong.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xietong.app.config.OrganisationFile;
import io.xietong.app.config.Settings;
import io.xietong.core.text.Message;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.wecom.WecomCorp;
import io.xietong.emulator.wecom.WecomEmulator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The whole program while the secrets of WeCom's callback are renewed, with a restart for each step as an administrator makes it
 * (faults.md row 23).
 */
class RenewedSecretTest {

    private static final String CHAT = WecomEmulator.appChat("lilei");
    private static final WecomCorp OLD = WecomCorp.demo();
    private static final String TOKEN = "renewed-token";
    private static final String KEY = "renewed".repeat(6) + "0";
    private static final Map<String, String> NEW =
            Map.of("XIETONG_PLATFORMS_WECOM_APP_TOKEN", TOKEN, "XIETONG_PLATFORMS_WECOM_APP_AES_KEY", KEY);
    private static final Map<String, String> FORMER = Map.of(
            "XIETONG_PLATFORMS_WECOM_APP_FORMER_TOKEN", OLD.appToken(),
            "XIETONG_PLATFORMS_WECOM_APP_FORMER_AES_KEY", OLD.appKey());

    private final Emulation emulation = Emulation.start(
            List.of("wecom"),
            OrganisationFile.read(Path.of("..", "config", "organisation.yml")).organisation());
    private final WecomEmulator wecom = (WecomEmulator) emulation.emulators().get("wecom");
    private final Map<String, String> sameDatabase =
            Map.of("XIETONG_DATABASE_URL", "jdbc:h2:mem:renewed;DB_CLOSE_DELAY=-1");

    @AfterEach
    void close() {
        emulation.close();
    }

    @SafeVarargs
    private App start(Map<String, String>... secrets) {
        Map<String, String> more = new HashMap<>(sameDatabase);
        for (Map<String, String> some : secrets) more.putAll(some);
        Settings settings = AtAnyHour.settings(emulation, more);
        App app = App.start(settings, Optional.empty());
        emulation.callBack(URI.create("http://127.0.0.1:" + app.port()));
        return app;
    }

    private void asks(String need) {
        wecom.say("lilei", CHAT, "求助 设计部 " + need + " 3个工作日内");
    }

    private void askedAs(String number, String need) {
        asks(need);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> wecom.chats().in(CHAT).stream()
                        .filter(message -> message.from().equals(EmulatedChats.BOT))
                        .map(message -> message.payload().toString())
                        .anyMatch(said -> said.contains(number) && said.contains(need)));
    }

    @Test
    void nothing_is_lost_while_secrets_are_renewed_and_the_old_ones_are_refused_in_the_end() {
        try (App before = start()) {
            askedAs("XQ-1", "海报");
            assertThat(before.warnings()).isEmpty();
        }
        try (App during = start(NEW, FORMER)) {
            assertThat(during.warnings())
                    .extracting(Message::key)
                    .containsExactly("config.former-accepted", "config.former-accepted");
            askedAs("XQ-2", "横幅");
            assertThat(wecom.verify("/wecom/app")).isTrue();
            wecom.renewCallback(TOKEN, KEY);
            assertThat(wecom.verify("/wecom/app")).isTrue();
            askedAs("XQ-3", "展架");
        }
        try (App after = start(NEW)) {
            assertThat(after.warnings()).isEmpty();
            askedAs("XQ-4", "贴纸");
            wecom.renewCallback(OLD.appToken(), OLD.appKey());
            assertThat(wecom.verify("/wecom/app")).isFalse();
            asks("名片");
            wecom.renewCallback(TOKEN, KEY);
            askedAs("XQ-5", "菜单");
            assertThat(wecom.chats().in(CHAT))
                    .noneMatch(message -> message.from().equals(EmulatedChats.BOT)
                            && message.payload().toString().contains("名片"));
        }
    }
}
