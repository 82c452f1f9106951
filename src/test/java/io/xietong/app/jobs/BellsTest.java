package io.xietong.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xietong.app.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The bells ring, survive what they ring for, and stop without harm to the database. */
@Timeout(60)
class BellsTest {

    private static Database file(Path folder) {
        return Database.open("jdbc:h2:file:" + folder.resolve("data"), "sa", "", 5);
    }

    @Test
    void a_bell_rings_again_and_again_even_when_its_work_fails(@TempDir Path folder) {
        AtomicInteger rang = new AtomicInteger();
        try (Database database = file(folder);
                Bells bells = Bells.start(database, false, Map.of("test", new Bells.Bell(1, () -> {
                    if (rang.incrementAndGet() == 1) throw new IllegalStateException("the first time fails");
                })))) {
            assertThat(bells).isNotNull();
            await().atMost(Duration.ofSeconds(20)).until(() -> rang.get() >= 2);
        }
    }

    @Test
    void stopping_waits_for_what_rings(@TempDir Path folder) throws InterruptedException {
        CountDownLatch ringing = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        AtomicInteger finished = new AtomicInteger();
        try (Database database = file(folder)) {
            Bells bells = Bells.start(database, false, Map.of("test", new Bells.Bell(60, () -> {
                ringing.countDown();
                awaits(stopping);
                database.inTransaction(books -> {
                    books.company().set("rang", "yes");
                    return null;
                });
                finished.incrementAndGet();
            })));
            assertThat(ringing.await(20, TimeUnit.SECONDS)).isTrue();
            Thread stop = new Thread(bells::close);
            stop.start();
            stopping.countDown();
            stop.join();
            assertThat(finished).hasValue(1);
            Optional<String> kept = database.read(books -> books.company().get("rang"));
            assertThat(kept).contains("yes");
        }
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("a bell was interrupted", e);
        }
    }

    /** The scheduler interrupts its threads when it stops; H2 closes a database whose reader is interrupted. */
    @Test
    void the_database_is_still_open_after_the_bells_have_stopped(@TempDir Path folder) {
        try (Database database = file(folder)) {
            for (int time = 0; time < 4; time++) {
                Bells.start(database, false, Map.of("test", new Bells.Bell(1, () -> {})))
                        .close();
                assertThat(database.answers()).as("after stop %s", time + 1).isTrue();
            }
        }
    }

    @Test
    void a_bell_of_another_version_is_silent(@TempDir Path folder) {
        try (Database database = file(folder)) {
            Bells.start(database, false, Map.of("gone", new Bells.Bell(1, () -> {})))
                    .close();
            AtomicInteger rang = new AtomicInteger();
            try (Bells bells = Bells.start(database, false, Map.of("kept", new Bells.Bell(1, rang::incrementAndGet)))) {
                assertThat(bells).isNotNull();
                await().atMost(Duration.ofSeconds(20)).until(() -> rang.get() >= 2);
            }
        }
    }
}
