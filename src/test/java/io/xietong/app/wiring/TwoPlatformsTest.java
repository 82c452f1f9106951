package io.xietong.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.app.config.OrganisationFile;
import io.xietong.app.config.Settings;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.dingtalk.DingtalkEmulator;
import io.xietong.emulator.feishu.FeishuEmulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program between an emulated Feishu and an emulated DingTalk: people on both take part in one item. */
class TwoPlatformsTest {

    private static final Path CONFIG = Path.of("..", "config");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"webhook", "stream"})
    void an_asker_on_feishu_is_answered_by_a_contact_on_dingtalk(String mode) throws IOException {
        copy_the_company();
        try (Emulation emulation = Emulation.start(
                        List.of("feishu", "dingtalk"),
                        OrganisationFile.read(folder.resolve("organisation.yml"))
                                .organisation());
                App app = App.start(settings(emulation, mode), Optional.empty())) {
            FeishuEmulator feishu = (FeishuEmulator) emulation.emulators().get("feishu");
            DingtalkEmulator dingtalk = (DingtalkEmulator) emulation.emulators().get("dingtalk");
            if (mode.equals("stream")) {
                await().until(() -> feishu.sockets().any() && dingtalk.gateway().any());
            } else {
                feishu.pushTo(URI.create("http://127.0.0.1:" + app.port() + "/feishu/events"));
                dingtalk.pushTo(URI.create("http://127.0.0.1:" + app.port()));
            }
            the_story(feishu, dingtalk);
        }
    }

    private void the_story(FeishuEmulator feishu, DingtalkEmulator dingtalk) {
        feishu.addBot("oc_launch", "ou_lilei");
        feishu.say("ou_lilei", "oc_launch", "@协同 求助 设计部 展会海报 3个工作日内");
        EmulatedChats.Message group = appears(() -> holding(feishu, "oc_launch", "XQ-1"));
        EmulatedChats.Message contacts =
                appears(() -> holding(dingtalk, DingtalkEmulator.single("u-zhoujie"), "受理 XQ-1"));

        ObjectNode press = new ObjectMapper().createObjectNode().put("id", "accept");
        press.putObject("params").put("phrase", "受理 XQ-1").put("version", version(contacts));
        assertThat(dingtalk.press("u-zhoujie", contacts.id(), press))
                .hasValueSatisfying(tip -> assertThat(tip).contains("XQ-1 受理"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(feishu.chats()
                                .message(group.id())
                                .orElseThrow()
                                .payload()
                                .toString())
                        .contains("周洁", "承诺"));
        assertThat(dingtalk.chats()
                        .message(contacts.id())
                        .orElseThrow()
                        .payload()
                        .toString())
                .contains("承诺");
    }

    private static String version(EmulatedChats.Message card) {
        String text = card.payload().toString().replace("\\", "");
        return text.replaceFirst("(?s).*?\"version\":\"(\\d+)\".*", "$1");
    }

    private static EmulatedChats.Message appears(Supplier<Optional<EmulatedChats.Message>> look) {
        return await().atMost(Duration.ofSeconds(20))
                .until(look::get, Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<EmulatedChats.Message> holding(
            io.xietong.emulator.Emulator emulator, String chat, String part) {
        return emulator.chats().in(chat).stream()
                .filter(message -> message.from().equals(EmulatedChats.BOT))
                .filter(message -> message.payload().toString().contains(part))
                .findFirst();
    }

    private Settings settings(Emulation emulation, String mode) {
        Map<String, String> modes =
                Map.of("XIETONG_PLATFORMS_FEISHU_MODE", mode, "XIETONG_PLATFORMS_DINGTALK_MODE", mode);
        return AtAnyHour.settings(folder, emulation, modes);
    }

    /** The demo company, but the design department works in DingTalk alone. */
    private void copy_the_company() throws IOException {
        try (Stream<Path> files = Files.walk(CONFIG)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                Path copy = folder.resolve(CONFIG.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path organisation = folder.resolve("organisation.yml");
        String text = Files.readString(organisation);
        Files.writeString(
                organisation, text.replaceAll("(department: design, accounts: \\{) feishu: \\w+, wecom: \\w+,", "$1"));
    }
}
