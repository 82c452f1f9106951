package io.xietong.app.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Has a database's committed changes written through to the disk; those who wait at the same time share one flush. It runs on a
 * thread of its own, because H2 breaks off waiting for its writer when the waiting thread is interrupted, and does not say so.
 * Thread-safe.
 */
final class DiskFlush implements AutoCloseable {

    private final Runnable flush;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread daemon = new Thread(work, "disk-flush");
        daemon.setDaemon(true);
        return daemon;
    });
    /** The flush that was asked for and has not begun, if any; guarded by this. */
    private CompletableFuture<Void> next;

    /** @param flush writes all that is committed before it starts; expensive */
    DiskFlush(Runnable flush) {
        this.flush = flush;
    }

    /** Returns when all that the caller has committed is on the disk, interrupted or not. Faults of the flush are thrown. */
    void await() {
        try {
            join().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException fault) throw fault;
            throw e;
        }
    }

    private synchronized CompletableFuture<Void> join() {
        if (next == null) next = CompletableFuture.runAsync(this::run, thread);
        return next;
    }

    private void run() {
        synchronized (this) {
            next = null;
        }
        flush.run();
    }

    /** Waits for a flush that is underway. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
