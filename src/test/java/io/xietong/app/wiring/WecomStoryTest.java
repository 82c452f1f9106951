package io.xietong.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.xietong.app.config.OrganisationFile;
import io.xietong.app.config.Settings;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.wecom.WecomEmulator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * One request in WeCom over the whole program: the bot hears the group, the application writes to people. The stories that count
 * every message are not played here, since WeCom changes a card once only and brings a new one after that.
 */
class WecomStoryTest {

    private static final Path CONFIG = Path.of("..", "config");

    @Test
    void a_group_asks_a_contact_accepts_and_the_asker_hears_of_it() {
        try (Emulation emulation = Emulation.start(
                        List.of("wecom"),
                        OrganisationFile.read(CONFIG.resolve("organisation.yml"))
                                .organisation());
                App app = App.start(settings(emulation), Optional.empty())) {
            emulation.callBack(URI.create("http://127.0.0.1:" + app.port()));
            WecomEmulator wecom = (WecomEmulator) emulation.emulators().get("wecom");
            await().until(() -> wecom.sockets().any());
            the_story(wecom);
        }
    }

    private static void the_story(WecomEmulator wecom) {
        String asker = WecomEmulator.appChat("lilei");
        String contact = WecomEmulator.appChat("zhoujie");

        wecom.say("lilei", "wrlaunch", "@协同助手 求助 设计部 展会海报 3个工作日内");
        appears(wecom, "wrlaunch", "XQ-1");
        EmulatedChats.Message card = appears(wecom, contact, "受理 XQ-1");

        wecom.press("zhoujie", card.id(), JsonNodeFactory.instance.objectNode().put("key", key(card, "受理 XQ-1")));
        appears(wecom, asker, "周洁 已受理");
        assertThat(wecom.chats().message(card.id()).orElseThrow().payload().toString())
                .contains("承诺")
                .doesNotContain("受理 XQ-1");

        wecom.say("zhoujie", contact, "完成 XQ-1 文件已发群里");
        appears(wecom, asker, "文件已发群里");
        wecom.say("lilei", asker, "验收 XQ-1 5");
        appears(wecom, contact, "5 星");
    }

    private static String key(EmulatedChats.Message card, String phrase) {
        for (JsonNode button : card.payload().path("button_list")) {
            String key = button.path("key").asText();
            if (key.endsWith(phrase)) return key;
        }
        throw new AssertionError("no button for " + phrase + " on " + card.payload());
    }

    private static EmulatedChats.Message appears(WecomEmulator wecom, String chat, String part) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> wecom.chats().in(chat).stream()
                                .filter(message -> message.from().equals(EmulatedChats.BOT))
                                .filter(message -> message.payload().toString().contains(part))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Settings settings(Emulation emulation) {
        return AtAnyHour.settings(emulation, Map.of());
    }
}
