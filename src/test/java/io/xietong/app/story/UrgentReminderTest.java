package io.xietong.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.app.config.Settings;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.store.Database;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Engine;
import io.xietong.core.chat.Chat;
import io.xietong.emulator.FaultSwitches.Fault;
import io.xietong.emulator.Ledger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever lets a request become overdue is reminded in the platform's louder way, where policy wants it. */
class UrgentReminderTest {

    private static final Instant START = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    Path folder;

    /**
     * A request waits for three days, and nobody answers.
     *
     * @param refused path of the calls that the platform refuses; empty for none
     * @return what the platform was asked to do
     */
    private List<Ledger.Entry> nobody_answers(String platform, boolean wanted, String refused) {
        Files.copy(
                folder, "policy.yml", text -> text.replace("urgent-reminders: false", "urgent-reminders: " + wanted));
        CompanyFiles company = CompanyFiles.read(Settings.read(folder.resolve("xietong.yml"), Map.of()));
        try (Database database = Database.open("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", 10)) {
            CompanyClock clock = CompanyClock.kept(database, Clock.fixed(START, Office.SHANGHAI), Office.SHANGHAI);
            try (EmulatedStage stage = stage(platform, company, clock);
                    Engine engine = new Engine(
                            database,
                            company,
                            clock,
                            Map.of(platform, stage.platform().orElseThrow()))) {
                stage.open(engine.desk());
                Fault quota = Fault.answer(400, "{\"code\":\"ding.serverquota.insufficient\"}");
                if (!refused.isEmpty()) stage.emulator().faults().arm(refused, quota, 99);
                Chat single = new Chat(platform, stage.account("li.lei"), Chat.Kind.SINGLE, "");
                stage.says("li.lei", single, "求助 设计部 展会海报 下周五");
                engine.timeMachine().moveTo(START.plus(Duration.ofDays(3)));
                assertThat(database.<Map<String, Long>>read(
                                books -> books.outbox().counts()))
                        .isEmpty();
                return stage.emulator().ledger().all();
            }
        }
    }

    private static EmulatedStage stage(String platform, CompanyFiles company, Clock clock) {
        return platform.equals("feishu")
                ? new FeishuStage(company.get().organisation(), clock, false)
                : new DingtalkStage(company.get().organisation(), clock, false);
    }

    private static List<JsonNode> loud(List<Ledger.Entry> calls) {
        return calls.stream()
                .filter(call ->
                        call.what().endsWith("/urgent_app") || call.what().endsWith("/robot/ding/send"))
                .map(Ledger.Entry::body)
                .toList();
    }

    private static List<String> readers(JsonNode call) {
        List<String> readers = new ArrayList<>();
        for (String list : List.of("user_id_list", "receiverUserIdList"))
            call.path(list).forEach(reader -> readers.add(reader.asText()));
        return readers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"feishu", "dingtalk"})
    void the_head_alone_is_reminded_loudly_once_it_is_overdue_and_on_the_working_days_after(String platform) {
        String head = platform.equals("feishu") ? "ou_zhaomin" : "u-zhaomin";
        assertThat(loud(nobody_answers(platform, true, "")))
                .hasSize(3)
                .allSatisfy(call -> assertThat(readers(call)).containsExactly(head));
    }

    @ParameterizedTest
    @ValueSource(strings = {"feishu", "dingtalk"})
    void nobody_is_where_policy_does_not_say_so(String platform) {
        assertThat(loud(nobody_answers(platform, false, ""))).isEmpty();
    }

    @Test
    void a_message_whose_loud_reminder_is_refused_stands_and_is_not_sent_again() {
        List<Ledger.Entry> calls = nobody_answers("dingtalk", true, "/v1.0/robot/ding/send");
        List<String> cards = calls.stream()
                .filter(call -> call.what().endsWith("/createAndDeliver"))
                .map(call -> call.body().path("outTrackId").asText())
                .toList();
        assertThat(loud(calls)).isEmpty();
        assertThat(cards).isNotEmpty().doesNotHaveDuplicates();
    }
}
