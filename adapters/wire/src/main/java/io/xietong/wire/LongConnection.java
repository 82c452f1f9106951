package io.xietong.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one long connection to a platform: dials, watches that frames come, dials again after a loss with growing, jittered
 * waits, and never gives up. A connection that is to be replaced stays open until the new one stands and a little longer, since
 * the platform may still use it. Thread-safe.
 */
public final class LongConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LongConnection.class);

    /**
     * The connection's times.
     *
     * @param firstWait   before the second attempt; doubled each time
     * @param longestWait between attempts
     * @param stable      a connection that stood so long makes the waits short again
     * @param silence     without any frame for so long the connection counts as dead
     * @param heartbeat   how often {@link Link#beat} is called
     * @param retire      how long a replaced connection stays open
     */
    public record Pace(
            Duration firstWait,
            Duration longestWait,
            Duration stable,
            Duration silence,
            Duration heartbeat,
            Duration retire) {

        /** Waits of 1 to 60 s; dead after {@code silence}; a beat every 30 s; retired after 15 s. */
        public static Pace usual(Duration silence) {
            return new Pace(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    silence,
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(15));
        }
    }

    /** An established connection. */
    public interface Link {

        Instant lastHeard();

        /** Sends the platform's heartbeat. */
        void beat();

        void close();
    }

    /** Makes connections. */
    public interface Dialer {

        /**
         * Connects, subscribes and returns once frames can come.
         *
         * @param events is told when the connection is lost or is to be replaced
         * @throws RuntimeException when it cannot be had now; the message is logged and carries no secret
         */
        Link dial(Consumer<Event> events);
    }

    /** What a connection reports. */
    public enum Event {
        /** It ended; a new one is wanted. */
        LOST,
        /** The platform will close it soon: a new one first, then this one is retired. */
        REPLACE
    }

    private enum Wish {
        NONE,
        LOST,
        REPLACE,
        STOP
    }

    private record Report(long generation, Wish wish) {}

    private final String name;
    private final Dialer dialer;
    private final Pace pace;
    private final Clock clock;
    private final LinkedBlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    private final Thread keeper;
    private volatile Link current;
    private volatile boolean stopping;
    private long generation;
    private int failures;

    /** @param name for threads and logs, such as {@code feishu} */
    public LongConnection(String name, Dialer dialer, Pace pace, Clock clock) {
        this.name = name;
        this.dialer = dialer;
        this.pace = pace;
        this.clock = clock;
        this.keeper = new Thread(this::keep, "connection-" + name);
        keeper.setDaemon(true);
    }

    public void start() {
        keeper.start();
    }

    /** Whether a connection stands and is heard from. */
    public boolean stands() {
        Link link = current;
        return link != null && !silent(link);
    }

    /** When anything was last heard; empty while there is no connection. */
    public Optional<Instant> lastHeard() {
        return Optional.ofNullable(current).map(Link::lastHeard);
    }

    private boolean silent(Link link) {
        return Duration.between(link.lastHeard(), clock.instant()).compareTo(pace.silence()) > 0;
    }

    private void keep() {
        while (!stopping) {
            Optional<Link> dialled = dial();
            if (dialled.isEmpty()) {
                await(wait(failures++));
                continue;
            }
            Link previous = current;
            current = dialled.get();
            if (previous != null) retire(previous);
            Instant since = clock.instant();
            Wish wish = watch(current);
            if (Duration.between(since, clock.instant()).compareTo(pace.stable()) >= 0) failures = 0;
            if (wish != Wish.REPLACE) {
                current.close();
                current = null;
                if (wish == Wish.LOST) await(wait(failures++));
            }
        }
    }

    private Optional<Link> dial() {
        long mine = ++generation;
        reports.removeIf(report -> report.wish() != Wish.STOP);
        try {
            Link link =
                    dialer.dial(event -> reports.add(new Report(mine, event == Event.LOST ? Wish.LOST : Wish.REPLACE)));
            log.info("connected to {}", name);
            return Optional.of(link);
        } catch (RuntimeException e) {
            log.warn("no connection to {}, attempt {}: {}", name, failures + 1, e.getMessage());
            return Optional.empty();
        }
    }

    /** Returns when the connection is over, is to be replaced, or the keeper is to stop. */
    private Wish watch(Link link) {
        while (true) {
            Wish wish = await(pace.heartbeat());
            if (wish != Wish.NONE) return wish;
            if (silent(link)) {
                log.warn("{} has been silent for too long", name);
                return Wish.LOST;
            }
            try {
                link.beat();
            } catch (RuntimeException e) {
                return Wish.LOST;
            }
        }
    }

    /** Waits for a report about the present connection, at most so long. */
    private Wish await(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (!stopping) {
            try {
                Report report = reports.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (report == null) return Wish.NONE;
                if (report.wish() == Wish.STOP || report.generation() == generation) return report.wish();
            } catch (InterruptedException e) {
                return Wish.STOP;
            }
        }
        return Wish.STOP;
    }

    private Duration wait(int failed) {
        long doubled = pace.firstWait().toMillis() << Math.min(failed, 20);
        long longest = Math.min(pace.longestWait().toMillis(), doubled);
        return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }

    private void retire(Link old) {
        CompletableFuture.delayedExecutor(
                        pace.retire().toMillis(),
                        TimeUnit.MILLISECONDS,
                        task -> new Thread(task, "retire-" + name).start())
                .execute(old::close);
    }

    /** Closes the connection and stops dialling; an attempt that is under way is broken off after a second. */
    @Override
    public void close() {
        stopping = true;
        reports.add(new Report(0, Wish.STOP));
        try {
            keeper.join(Duration.ofSeconds(1).toMillis());
            keeper.interrupt();
            keeper.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Link link = current;
        if (link != null) link.close();
        current = null;
    }
}
