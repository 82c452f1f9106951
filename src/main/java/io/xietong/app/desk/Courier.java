package io.xietong.app.desk;

import io.xietong.app.store.Database;
import io.xietong.app.store.OutboxRow;
import io.xietong.core.chat.ChatPlatform;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the outbox to the platforms. Rows are leased, so several nodes share the work and what a killed node was carrying is
 * carried again when its lease ends, with the same key. A few carriers work side by side; each takes the next row as soon as it
 * is free, so that a slow call holds up nobody but its own lane. Thread-safe.
 */
public final class Courier implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final int CARRIERS = 8;
    private static final Duration STANDSTILL = Duration.ofSeconds(5);
    /** What another node holds it sends in a moment, or it is gone and its leases have to end. */
    private static final Duration OTHERS_STANDSTILL = Duration.ofMillis(500);

    private static final int LOOK_MILLIS = 20;
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Database database;
    private final Clock clock;
    private final Errand errand;
    private final Claims claims;
    private final Alarm alarm = new Alarm();
    private final ExecutorService carriers = Executors.newFixedThreadPool(CARRIERS, task -> thread("courier", task));
    private final Thread loop = thread("courier-loop", this::tick);
    private volatile boolean stopping;

    // Guarded by this.
    private int working;
    private long calls;
    private long finished;

    /** @param clock the company's clock; leases run by the machine's */
    public Courier(
            Database database,
            Supplier<Company> company,
            Map<String, ChatPlatform> platforms,
            Clock clock,
            CourierPolicy policy) {
        this.database = database;
        this.clock = clock;
        this.errand = new Errand(
                database, company, new Platforms(platforms, CARRIERS, policy, clock), clock, policy, alarm::in);
        this.claims = new Claims(database, clock);
        claims.takeOver();
    }

    public void start() {
        loop.start();
    }

    /** There may be something to send. */
    public synchronized void wake() {
        calls++;
        if (working == CARRIERS || stopping) return;
        working++;
        carriers.execute(this::work);
    }

    /** Held messages become due by time alone, and leases end. */
    private void tick() {
        while (!stopping) {
            try {
                claims.renew();
                wake();
                alarm.pause(TICK);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("leases were not renewed: {}", e.toString());
                wake();
            }
        }
    }

    private void work() {
        long heard;
        do {
            heard = calls();
            try {
                carryAll();
            } catch (RuntimeException e) {
                log.warn("sending pauses until the next bell: {}", e.toString());
                heard = calls();
            }
        } while (!rests(heard));
    }

    private void carryAll() {
        Optional<OutboxRow> next = stopping ? Optional.empty() : claims.next(this::wake);
        while (next.isPresent()) {
            OutboxRow row = next.get();
            try {
                errand.run(row);
            } finally {
                claims.done(row);
                finished();
            }
            next = stopping ? Optional.empty() : claims.next(this::wake);
        }
    }

    private synchronized long calls() {
        return calls;
    }

    private synchronized void finished() {
        finished++;
        notifyAll();
    }

    /** A carrier that found nothing rests, unless it was called meanwhile. */
    private synchronized boolean rests(long heard) {
        if (calls != heard && !stopping) return false;
        working--;
        notifyAll();
        return true;
    }

    /**
     * Returns when all that was due when it was called has been sent or put off, what that brought about included; or when
     * nothing moves: for some seconds because a platform hangs, or for a moment because another node holds the rows.
     */
    public void untilIdle() {
        long known = -1;
        long before = -1; // what is being carried already may have brought something about that is not committed yet
        long upTo = lastId();
        while (upTo > known && sent(upTo)) {
            known = upTo;
            long posted = errand.posted();
            if (posted != before) upTo = lastId();
            before = posted;
        }
    }

    private long lastId() {
        return database.read(books -> books.outbox().lastId());
    }

    private boolean sent(long upTo) {
        long seen = -1;
        long moved = System.nanoTime();
        while (!stopping && database.read(books -> books.outbox().anyDue(upTo, clock.instant()))) {
            wake();
            long now = awaitMove();
            if (now != seen) moved = System.nanoTime();
            else if (isStuck(Duration.ofNanos(System.nanoTime() - moved), upTo)) return false;
            seen = now;
        }
        return !stopping;
    }

    private boolean isStuck(Duration still, long upTo) {
        if (still.compareTo(STANDSTILL) > 0) return true;
        return still.compareTo(OTHERS_STANDSTILL) > 0 && !claims.anyDue(upTo);
    }

    private synchronized long awaitMove() {
        try {
            wait(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return finished;
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
        loop.interrupt();
        carriers.shutdown();
        try {
            if (!carriers.awaitTermination(10, TimeUnit.SECONDS))
                log.warn("messages in flight are left to their leases");
            else claims.giveBack();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("claimed messages are left to their leases: {}", e.toString());
        }
    }
}
