package io.xietong.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xietong.app.config.OrganisationFile;
import io.xietong.app.config.Settings;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.feishu.FeishuEmulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the program starts, Feishu offers its verbs to those who type a slash. */
class FeishuOfferTest {

    /** They are registered one after the other, at the platform's pace. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Path CONFIG = Path.of("..", "config");
    private static final String COMMANDS = " /open-apis/application/v7/app_slash_commands";

    private final Emulation emulation = Emulation.start(
            List.of("feishu"),
            OrganisationFile.read(CONFIG.resolve("organisation.yml")).organisation());
    private final FeishuEmulator feishu = (FeishuEmulator) emulation.emulators().get("feishu");
    private final Settings settings = settings();

    @AfterEach
    void close() {
        emulation.close();
    }

    private Settings settings() {
        return AtAnyHour.settings(emulation, Map.of());
    }

    private int calls(String method) {
        return feishu.ledger().of(method + COMMANDS).size();
    }

    /** Some are said of several kinds of items; those without an English name of one word can only be typed. */
    private static int verbs() {
        return (int) Phrases.book().phrases().stream()
                .flatMap(phrase -> phrase.english().stream()
                        .filter(name -> name.matches("[a-z-]+"))
                        .limit(1))
                .distinct()
                .count();
    }

    @Test
    void every_verb_stands_behind_the_slash_with_its_meaning_and_a_picked_one_is_understood() {
        try (App app = App.start(settings, Optional.empty())) {
            assertThat(app.port()).isPositive();
            await().atMost(PATIENCE)
                    .until(() -> feishu.slashCommands().size() == verbs()
                            && feishu.sockets().any());
            assertThat(feishu.slashCommands()).containsKeys("request", "accept", "todo", "help", "settings");
            assertThat(feishu.slashCommands().values())
                    .allSatisfy(meaning -> assertThat(meaning).isNotBlank());

            String chat = FeishuEmulator.single("ou_lilei");
            feishu.say("ou_lilei", chat, "/todo ");
            await().until(() -> feishu.chats().in(chat).stream()
                    .filter(message -> message.from().equals(EmulatedChats.BOT))
                    .anyMatch(message -> message.payload().toString().contains("待办")));
        }
    }

    @Test
    void a_second_start_finds_them_and_changes_nothing() {
        for (int start = 1; start <= 2; start++) {
            int lists = start;
            try (App app = App.start(settings, Optional.empty())) {
                assertThat(app.port()).isPositive();
                await().atMost(PATIENCE)
                        .until(() ->
                                calls("GET") == lists && feishu.slashCommands().size() == verbs());
            }
        }
        assertThat(calls("POST")).isEqualTo(verbs());
        assertThat(calls("PATCH")).isZero();
    }

    @Test
    void without_the_permission_the_program_starts_and_works_all_the_same() {
        feishu.revokeScope("application:app_slash_command:read");
        try (App app = App.start(settings, Optional.empty())) {
            assertThat(app.port()).isPositive();
            await().until(() -> calls("GET") == 1 && feishu.sockets().any());
            String chat = FeishuEmulator.single("ou_lilei");
            feishu.say("ou_lilei", chat, "待办");
            await().until(() -> feishu.chats().in(chat).stream()
                    .anyMatch(message -> message.from().equals(EmulatedChats.BOT)));
        }
        assertThat(calls("POST")).isZero();
    }
}
