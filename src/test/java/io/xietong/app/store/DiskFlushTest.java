package io.xietong.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiskFlushTest {

    private final AtomicInteger flushes = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void those_who_wait_at_the_same_time_share_one_flush_and_nobody_is_served_by_one_that_had_begun_before() {
        DiskFlush slow = new DiskFlush(() -> {
            flushes.incrementAndGet();
            waitForOpening();
        });
        CompletableFuture<Void> first = CompletableFuture.runAsync(slow::await, threads);
        Awaitility.await().until(() -> flushes.get() == 1);
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(slow::await);
            thread.start();
            waiting.add(thread);
        }
        Awaitility.await().until(() -> waiting.stream().allMatch(t -> t.getState() == Thread.State.WAITING));

        open.countDown();

        assertThat(first).succeedsWithin(Duration.ofSeconds(10));
        Awaitility.await().until(() -> waiting.stream().noneMatch(Thread::isAlive));
        assertThat(flushes).hasValue(2);
    }

    @Test
    void a_flush_that_fails_is_told_and_the_next_one_tries_again() {
        DiskFlush broken = new DiskFlush(() -> {
            if (flushes.incrementAndGet() == 1) throw new IllegalStateException("disk full");
        });

        assertThatThrownBy(broken::await).hasMessage("disk full");
        broken.await();

        assertThat(flushes).hasValue(2);
    }

    private void waitForOpening() {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
