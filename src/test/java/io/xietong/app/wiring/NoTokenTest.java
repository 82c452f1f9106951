package io.xietong.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.OrganisationFile;
import io.xietong.emulator.EmulatedChats;
import io.xietong.emulator.FaultSwitches.Fault;
import io.xietong.emulator.feishu.FeishuEmulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A platform that gives out no tokens keeps nobody from starting (faults.md row 24). */
class NoTokenTest {

    private static final String LI = "ou_lilei";
    private static final String TOKENS = "/open-apis/auth";

    private static int status(App app) throws Exception {
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + "/health/ready"))
                .build();
        return HttpClient.newHttpClient()
                .send(question, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static boolean answered(FeishuEmulator feishu) {
        return feishu.chats().in(FeishuEmulator.single(LI)).stream()
                .anyMatch(message -> message.from().equals(EmulatedChats.BOT)
                        && message.payload().toString().contains("XQ-1"));
    }

    @Test
    void the_program_starts_takes_in_and_sends_once_there_are_tokens_again() throws Exception {
        try (Emulation emulation = Emulation.start(
                List.of("feishu"),
                OrganisationFile.read(Path.of("..", "config", "organisation.yml"))
                        .organisation())) {
            FeishuEmulator feishu = (FeishuEmulator) emulation.emulators().get("feishu");
            feishu.faults().arm(TOKENS, Fault.answer(503, "<html>unavailable</html>"), Integer.MAX_VALUE);
            try (App app = App.start(AtAnyHour.settings(emulation, Map.of()), Optional.empty())) {
                assertThat(status(app)).isEqualTo(200);
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> feishu.sockets().any());
                feishu.say(LI, FeishuEmulator.single(LI), "求助 设计部 新品海报");
                assertThat(status(app)).isEqualTo(200);
                assertThat(answered(feishu)).isFalse();
                feishu.faults().clear();
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> answered(feishu));
            }
        }
    }
}
