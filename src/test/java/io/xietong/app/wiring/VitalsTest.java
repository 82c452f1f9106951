package io.xietong.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.OrganisationFile;
import io.xietong.app.jobs.Watch;
import io.xietong.app.store.Database;
import io.xietong.app.web.Health;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import io.xietong.emulator.HandClock;
import io.xietong.emulator.feishu.FeishuApp;
import io.xietong.emulator.feishu.FeishuEmulator;
import io.xietong.feishu.Feishu;
import io.xietong.feishu.FeishuSettings;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.TokenShelf;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a supervisor is told of the node. */
class VitalsTest {

    private static final Words WORDS = Words.in(Language.CHINESE, ZoneOffset.UTC);

    @Test
    void a_node_whose_work_does_not_come_back_is_not_alive_and_one_without_a_database_is_not_ready() throws Exception {
        AtomicLong nanos = new AtomicLong();
        Watch watch = new Watch(Duration.ofMinutes(10), nanos::get);
        CountDownLatch end = new CountDownLatch(1);
        try (Database database =
                Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 2)) {
            Vitals vitals = new Vitals(database, watch, Map.of(), WORDS);
            vitals.started();
            Thread thread = new Thread(watch.over("night", () -> {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            thread.start();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> thread.getState() == Thread.State.WAITING);
            assertThat(vitals.alive()).isTrue();
            assertThat(vitals.ready()).isTrue();
            nanos.set(Duration.ofMinutes(11).toNanos());
            assertThat(vitals.alive()).isFalse();
            end.countDown();
            thread.join();
            assertThat(vitals.alive()).isTrue();
            database.close();
            assertThat(vitals.ready()).isFalse();
        }
    }

    private static Feishu feishu(FeishuApp app, FeishuEmulator emulator) {
        Clock machine = Clock.systemUTC();
        return new Feishu(
                new FeishuSettings(app.id(), app.secret(), "", "", emulator.address()),
                HttpCalls.usual(),
                TokenShelf.inMemory(machine),
                WORDS,
                machine);
    }

    /** faults.md row 31 */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 6, -6})
    void a_clock_that_is_off_a_platform_s_is_told_with_its_measure_and_what_to_do(int minutes) {
        FeishuApp app = FeishuApp.demo("cli_0123456789abcdef");
        HandClock theirs = new HandClock(Instant.now().minus(Duration.ofMinutes(minutes)));
        try (Database database = Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 2);
                FeishuEmulator emulator = new FeishuEmulator(
                        app,
                        OrganisationFile.read(Path.of("..", "config", "organisation.yml"))
                                .organisation(),
                        theirs)) {
            emulator.start(0);
            Feishu feishu = feishu(app, emulator);
            Watch watch = new Watch(Duration.ofMinutes(10), System::nanoTime);
            Vitals vitals = new Vitals(database, watch, Map.of("feishu", feishu.clock()), WORDS);
            vitals.started();
            assertThat(vitals.clocks()).containsExactly(new Health.Clock("feishu", Optional.empty(), true, ""));

            feishu.compareClocks();
            assertThat(vitals.clocks()).singleElement().satisfies(clock -> {
                assertThat(clock.ahead().orElseThrow()).isCloseTo(Duration.ofMinutes(minutes), Duration.ofSeconds(30));
                assertThat(clock.well()).isEqualTo(Math.abs(minutes) < 5);
                assertThat(clock.what().contains("NTP")).isEqualTo(minutes != 0);
            });
            assertThat(vitals.registry().scrape()).contains("xietong_clock_ahead{platform=\"feishu\"}");
            assertThat(vitals.ready()).as("people are served all the same").isTrue();
        }
    }
}
