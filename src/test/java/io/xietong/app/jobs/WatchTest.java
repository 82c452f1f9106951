package io.xietong.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Work that does not come back is found, and where it stands is told (faults.md row 56). */
class WatchTest {

    private static final long TEN_MINUTES = Duration.ofMinutes(10).toNanos();

    private final AtomicLong nanos = new AtomicLong();
    private final Watch watch = new Watch(Duration.ofMinutes(10), nanos::get);
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private Thread thread;

    @BeforeEach
    void listens() {
        told.start();
        ((Logger) LoggerFactory.getLogger(Watch.class)).addAppender(told);
    }

    @AfterEach
    void ends() {
        ((Logger) LoggerFactory.getLogger(Watch.class)).detachAppender(told);
        end.countDown();
    }

    private void hangs() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startHanging() {
        thread = new Thread(watch.over("night", this::hangs));
        thread.start();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> thread.getState() == Thread.State.WAITING);
    }

    @Test
    void work_that_does_not_come_back_is_named_and_its_place_is_told_once() throws Exception {
        startHanging();
        nanos.set(TEN_MINUTES);
        assertThat(watch.stuck()).isEmpty();
        nanos.set(TEN_MINUTES + 1);
        assertThat(watch.stuck()).containsExactly("night");
        assertThat(watch.stuck()).containsExactly("night");
        assertThat(told.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage())
                        .contains("night does not come back", "WatchTest.hangs", "CountDownLatch.await"));
        end.countDown();
        thread.join();
        assertThat(watch.stuck()).as("it came back after all").isEmpty();
    }

    @Test
    void work_that_fails_is_over_too() {
        Runnable failing = watch.over("night", () -> {
            throw new IllegalStateException("failed");
        });
        assertThatThrownBy(failing::run).hasMessage("failed");
        nanos.set(10 * TEN_MINUTES);
        assertThat(watch.stuck()).isEmpty();
    }
}
