package io.xietong.app.wiring;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a node does again and again by itself, whatever the others do; a fault is logged and it goes on. Thread-safe. */
final class Pulse implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Pulse.class);
    private static final int LONGEST_STOP_SECONDS = 10;

    private final String name;
    private final ScheduledExecutorService thread;

    Pulse(String name, Duration every, Runnable work) {
        this.name = name;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
        thread.scheduleWithFixedDelay(() -> quietly(work), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            log.warn("{} failed, it is tried again", name, e);
        }
    }

    /** Lets it finish; it is not interrupted, which could close an H2 file. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) log.warn("{} is left behind", name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
