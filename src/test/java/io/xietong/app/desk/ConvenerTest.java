package io.xietong.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.Settings;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.store.Database;
import io.xietong.app.wiring.CompanyFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Several nodes make the meetings of series at the same time. */
class ConvenerTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final Instant START = Instant.parse("2026-09-09T01:00:00Z");

    private final CompanyFiles company =
            CompanyFiles.read(Settings.read(Path.of("..", "config", "xietong.yml"), Map.of()));
    private final Database database =
            Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 10);
    private final CompanyClock clock = CompanyClock.kept(database, Clock.fixed(START, SHANGHAI), SHANGHAI);

    @AfterEach
    void close() {
        database.close();
    }

    @RepeatedTest(20)
    void a_series_begins_once_whichever_node_is_faster() {
        fourNodesRing();
        assertThat(meetings()).isEqualTo(2);
    }

    @Test
    void each_meeting_is_made_once_whichever_node_is_faster() {
        AtomicInteger made = new AtomicInteger();
        convener(made).ifDue();
        assertThat(meetings()).isEqualTo(2);
        clock.set(Instant.parse("2026-10-14T01:00:00Z"), database);
        made.addAndGet(fourNodesRing());
        assertThat(meetings()).isEqualTo(3);
        assertThat(made.get()).isGreaterThanOrEqualTo(3);
    }

    private Convener convener(AtomicInteger made) {
        return new Convener(database, company, clock, made::incrementAndGet);
    }

    /** @return how often one of them had something to send */
    private int fourNodesRing() {
        AtomicInteger made = new AtomicInteger();
        CompletableFuture<?>[] nodes = new CompletableFuture<?>[4];
        for (int node = 0; node < nodes.length; node++)
            nodes[node] = CompletableFuture.runAsync(() -> convener(made).ifDue());
        CompletableFuture.allOf(nodes).join();
        return made.get();
    }

    private int meetings() {
        return database.read(books -> books.meetings().open()).size();
    }
}
