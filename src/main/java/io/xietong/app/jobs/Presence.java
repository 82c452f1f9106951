package io.xietong.app.jobs;

import io.xietong.app.store.Database;
import io.xietong.app.store.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells all nodes that this one lives, and watches what would make it do harm: a clock that is off, and tables that have grown too
 * new for it (decision 0036). Thread-safe.
 */
public final class Presence implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Presence.class);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int SECONDS_ON_SERVERS = 3;
    private static final int SECONDS_ON_A_FILE = 60;

    private final Database database;
    private final Self self;
    private final Duration longestSkew;
    private final Supplier<Duration> skew;
    private final Consumer<Boolean> sweeping;
    private final Runnable tooOld;
    private final String id = UUID.randomUUID().toString();
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "presence");
        thread.setDaemon(true);
        return thread;
    });

    // Of the beating thread, and of the one that starts before it.
    private Instant started;
    private boolean sweeps;
    private boolean aside;

    /** What a node says of itself. */
    public record Self(String host, String address, String version) {}

    /**
     * @param longestSkew farther off than that, the node rings no clocks
     * @param skew        by how much the database's clock is ahead of this machine's, asked now
     * @param sweeping    told whether this node may ring clocks, at first and whenever that changes
     * @param tooOld      called once when the tables need a newer program
     */
    public Presence(
            Database database,
            Self self,
            Duration longestSkew,
            Supplier<Duration> skew,
            Consumer<Boolean> sweeping,
            Runnable tooOld) {
        this.database = database;
        this.self = self;
        this.longestSkew = longestSkew;
        this.skew = skew;
        this.sweeping = sweeping;
        this.tooOld = tooOld;
    }

    public String id() {
        return id;
    }

    public void start() {
        beat();
        int seconds = database.isOurs() ? SECONDS_ON_A_FILE : SECONDS_ON_SERVERS;
        beat.scheduleWithFixedDelay(this::beatAgain, seconds, seconds, TimeUnit.SECONDS);
    }

    private void beatAgain() {
        try {
            beat();
        } catch (RuntimeException e) {
            log.warn("this node could not say that it lives: {}", e.toString());
        }
    }

    /** Says once that this node lives. */
    void beat() {
        Duration off = skew.get();
        boolean may = off.abs().compareTo(longestSkew) <= 0;
        Instant now = database.time().instant();
        boolean first = started == null;
        if (first) started = now;
        Node node = new Node(id, self.host(), self.address(), self.version(), started, now, off, may);
        int oldest = database.inTransaction(books -> {
            books.nodes().seen(node);
            books.nodes().forgetBefore(now.minus(KEPT));
            return books.nodes().oldest();
        });
        if (first || may != sweeps) tell(may, off);
        if (oldest > database.newestKnown() && !aside) {
            aside = true;
            log.error("the tables need a program that knows migration {}; this one steps aside", oldest);
            tooOld.run();
        }
    }

    private void tell(boolean may, Duration off) {
        if (!may) log.error("the database's clock is {} ahead of this machine's: no clocks are rung here", off);
        else log.info("clocks are rung here");
        sweeping.accept(may);
        sweeps = may;
    }

    @Override
    public void close() {
        beat.shutdown();
        try {
            beat.awaitTermination(15, TimeUnit.SECONDS);
            database.inTransaction(books -> {
                books.nodes().gone(id);
                return null;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("the others will find out by themselves that this node is gone: {}", e.toString());
        }
    }
}
