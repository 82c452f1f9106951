package io.xietong.app.desk;

import io.xietong.app.store.Database;
import io.xietong.app.store.OutboxRow;
import io.xietong.core.chat.ChatPlatform;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the outbox to the platforms. Rows are leased, so several nodes share the work and what a killed node was carrying is
 * carried again when its lease ends, with the same key. Thread-safe.
 */
public final class Courier implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final int AT_ONCE = 64;
    private static final int CARRIERS = 4;

    private final String node = UUID.randomUUID().toString();
    private final Database database;
    private final Clock clock;
    private final Errand errand;
    private final ExecutorService carriers = Executors.newFixedThreadPool(CARRIERS, task -> thread("courier", task));
    private final Thread loop = thread("courier-loop", this::run);
    private final Semaphore woken = new Semaphore(0);
    private final ReentrantLock round = new ReentrantLock();
    private volatile boolean stopping;

    /** @param clock the company's clock; leases run by the machine's */
    public Courier(
            Database database,
            Supplier<Company> company,
            Map<String, ChatPlatform> platforms,
            Clock clock,
            CourierPolicy policy) {
        this.database = database;
        this.clock = clock;
        this.errand = new Errand(database, company, platforms, clock, policy);
    }

    public void start() {
        loop.start();
    }

    /** There may be something to send. */
    public void wake() {
        if (woken.availablePermits() == 0) woken.release();
    }

    private void run() {
        while (!stopping) {
            try {
                if (woken.tryAcquire(1, TimeUnit.SECONDS)) woken.drainPermits();
                untilIdle();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("sending pauses for a second: {}", e.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends all that is due now, what it brings about included, and returns when nothing due is left. */
    public void untilIdle() {
        round.lock();
        try {
            while (carry() > 0 && !stopping) log.trace("another round");
        } finally {
            round.unlock();
        }
    }

    private int carry() {
        Instant real = Instant.now();
        List<OutboxRow> claimed = database.inTransaction(
                books -> books.outbox().claim(node, clock.instant(), real, real.plus(LEASE), AT_ONCE));
        if (claimed.isEmpty()) return 0;
        List<Callable<Void>> errands = claimed.stream()
                .map(row -> (Callable<Void>) () -> {
                    errand.run(row);
                    return null;
                })
                .toList();
        try {
            carriers.invokeAll(errands);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
        return claimed.size();
    }

    private static Thread thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Finishes what is being sent; the rest stays in the outbox for the next start. */
    @Override
    public void close() {
        stopping = true;
        wake();
        try {
            if (loop.isAlive()) loop.join(Duration.ofSeconds(10).toMillis());
            carriers.shutdown();
            if (!carriers.awaitTermination(10, TimeUnit.SECONDS))
                log.warn("messages in flight are left to their leases");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
