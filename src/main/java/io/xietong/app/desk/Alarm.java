package io.xietong.app.desk;

import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Ends a pause at the earliest of the times that were asked for. Runs by the machine's time. Thread-safe; for one who pauses. */
final class Alarm {

    /** Times are taken together that lie so close. */
    private static final long GRID = TimeUnit.MILLISECONDS.toNanos(5);

    private static final Duration FARTHEST = Duration.ofMinutes(1);

    private final TreeSet<Long> times = new TreeSet<>();

    /** Rings once after so long; what is more than a minute away is not worth remembering. */
    synchronized void in(Duration time) {
        if (time.compareTo(FARTHEST) > 0) return;
        times.add((System.nanoTime() + time.toNanos()) / GRID + 1);
        notifyAll();
    }

    /** Pauses until it rings, or for so long. */
    synchronized void pause(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (long left = left(end); left > 0; left = left(end)) TimeUnit.NANOSECONDS.timedWait(this, left);
        times.headSet(System.nanoTime() / GRID, true).clear();
    }

    private long left(long end) {
        long next = times.isEmpty() ? end : Math.min(end, times.first() * GRID);
        return next - System.nanoTime();
    }
}
