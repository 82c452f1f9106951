package io.xietong.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.jobs.Watch;
import io.xietong.app.store.Database;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a supervisor is told of the node. */
class VitalsTest {

    @Test
    void a_node_whose_work_does_not_come_back_is_not_alive_and_one_without_a_database_is_not_ready() throws Exception {
        AtomicLong nanos = new AtomicLong();
        Watch watch = new Watch(Duration.ofMinutes(10), nanos::get);
        CountDownLatch end = new CountDownLatch(1);
        try (Database database =
                Database.open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 2)) {
            Vitals vitals = new Vitals(database, watch);
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
}
