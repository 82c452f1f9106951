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
import org.junit.jupiter.api.Test;

/** Several nodes make the meetings of series at the same time. */
class ConvenerTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void each_meeting_is_made_once_whichever_node_is_faster() {
        CompanyFiles company = CompanyFiles.read(Settings.read(Path.of("..", "config", "xietong.yml"), Map.of()));
        try (Database database =
                Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 10)) {
            Instant start = Instant.parse("2026-09-09T01:00:00Z");
            CompanyClock clock = CompanyClock.kept(database, Clock.fixed(start, SHANGHAI), SHANGHAI);
            AtomicInteger made = new AtomicInteger();
            new Convener(database, company, clock, made::incrementAndGet).ifDue();
            int atFirst = meetings(database);
            clock.set(Instant.parse("2026-10-14T01:00:00Z"), database);
            CompletableFuture<?>[] nodes = new CompletableFuture<?>[4];
            for (int node = 0; node < nodes.length; node++)
                nodes[node] = CompletableFuture.runAsync(
                        () -> new Convener(database, company, clock, made::incrementAndGet).ifDue());
            CompletableFuture.allOf(nodes).join();

            assertThat(atFirst).isEqualTo(2);
            assertThat(meetings(database)).isEqualTo(3);
            assertThat(made.get()).isGreaterThanOrEqualTo(3);
        }
    }

    private static int meetings(Database database) {
        return database.read(books -> books.meetings().open()).size();
    }
}
