package io.xietong.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.app.config.OrganisationFile;
import io.xietong.app.config.Settings;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.dingtalk.DingtalkEmulator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole program in HTTP mode, to which DingTalk pushes events of the organisation, signed and sealed. */
class DingtalkLeaverTest {

    private static final Path CONFIG = Path.of("..", "config");
    private static final String LEAVER = "u-zhoujie";

    private final Emulation emulation = Emulation.start(
            List.of("dingtalk"),
            OrganisationFile.read(CONFIG.resolve("organisation.yml")).organisation());
    private final DingtalkEmulator dingtalk =
            (DingtalkEmulator) emulation.emulators().get("dingtalk");
    private final App app = App.start(settings(), Optional.empty());

    @BeforeEach
    void callBack() {
        dingtalk.pushTo(URI.create("http://127.0.0.1:" + app.port()));
    }

    @AfterEach
    void close() {
        app.close();
        emulation.close();
    }

    private Settings settings() {
        return AtAnyHour.settings(emulation, Map.of("XIETONG_PLATFORMS_DINGTALK_MODE", "webhook"));
    }

    @Test
    void who_leaves_has_no_rights_from_that_moment_on_neither_in_words_nor_on_old_cards() {
        String chat = DingtalkEmulator.single(LEAVER);
        dingtalk.say("u-lilei", DingtalkEmulator.single("u-lilei"), "求助 设计部 展会海报 3个工作日内");
        EmulatedChats.Message card = appears(chat, "受理 XQ-1");

        assertThat(dingtalk.happens("user_leave_org", left(LEAVER))).isTrue();

        ObjectNode press = JsonNodeFactory.instance.objectNode().put("id", "accept");
        press.putObject("params").put("phrase", "受理 XQ-1").put("version", "1");
        assertThat(dingtalk.press(LEAVER, card.id(), press))
                .hasValueSatisfying(tip -> assertThat(tip).contains("还不认识你的账号(" + LEAVER + ")"));
        dingtalk.say(LEAVER, chat, "受理 XQ-1 周五");
        appears(chat, "还不认识你的账号");
        dingtalk.say("u-lilei", DingtalkEmulator.single("u-lilei"), "轨迹 XQ-1");
        assertThat(appears(DingtalkEmulator.single("u-lilei"), "轨迹").payload().toString())
                .doesNotContain("受理");
    }

    @Test
    void an_event_sealed_with_another_key_changes_nothing() {
        dingtalk.sealEventsFor("somebody-else");
        assertThat(dingtalk.happens("user_leave_org", left(LEAVER))).isFalse();

        dingtalk.say(LEAVER, DingtalkEmulator.single(LEAVER), "待办");
        appears(DingtalkEmulator.single(LEAVER), "待办");
    }

    private static ObjectNode left(String account) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.putArray("UserId").add(account);
        return event;
    }

    private EmulatedChats.Message appears(String chat, String part) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> dingtalk.chats().in(chat).stream()
                                .filter(message -> message.from().equals(EmulatedChats.BOT))
                                .filter(message -> message.payload().toString().contains(part))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
