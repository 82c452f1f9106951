package io.xietong.app.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices work that does not come back. It cannot be ended from outside without harm; the node counts as no longer alive, so that
 * its supervisor starts it anew. Thread-safe.
 */
public final class Watch {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private final Duration longest;
    private final LongSupplier nanos;
    private final AtomicLong number = new AtomicLong();
    private final Map<Long, Running> running = new ConcurrentHashMap<>();

    private record Running(String name, Thread thread, long since, AtomicBoolean told) {}

    /**
     * @param longest work that takes longer does not come back
     * @param nanos   a clock that never goes back, such as {@link System#nanoTime}
     */
    public Watch(Duration longest, LongSupplier nanos) {
        this.longest = longest;
        this.nanos = nanos;
    }

    /** The same work, watched while it runs. */
    public Runnable over(String name, Runnable work) {
        return () -> {
            long mine = number.incrementAndGet();
            running.put(mine, new Running(name, Thread.currentThread(), nanos.getAsLong(), new AtomicBoolean()));
            try {
                work.run();
            } finally {
                running.remove(mine);
            }
        };
    }

    /** The names of what does not come back. Where each of them stands is written to the log once. */
    public List<String> stuck() {
        List<Running> late = running.values().stream()
                .filter(one -> nanos.getAsLong() - one.since() > longest.toNanos())
                .toList();
        late.stream().filter(one -> one.told().compareAndSet(false, true)).forEach(Watch::tell);
        return late.stream().map(Running::name).sorted().toList();
    }

    private static void tell(Running stuck) {
        String stack = Stream.of(stuck.thread().getStackTrace())
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n\tat ", "\n\tat ", ""));
        log.error("{} does not come back, this node should be started anew; it stands{}", stuck.name(), stack);
    }
}
