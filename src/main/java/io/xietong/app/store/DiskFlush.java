package io.xietong.app.store;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Has a database's committed changes written through to the disk; those who wait at the same time share one flush.
 * Thread-safe.
 */
final class DiskFlush {

    private final Runnable flush;
    private final AtomicLong asked = new AtomicLong();
    /** Whoever asked up to here has been served; guarded by this. */
    private long served;

    /** @param flush writes all that is committed before it starts; expensive */
    DiskFlush(Runnable flush) {
        this.flush = flush;
    }

    /** Returns when all that the caller has committed is on the disk. Faults of the flush are thrown. */
    void await() {
        long mine = asked.incrementAndGet();
        synchronized (this) {
            if (served >= mine) return;
            long upTo = asked.get();
            flush.run();
            served = upTo;
        }
    }
}
