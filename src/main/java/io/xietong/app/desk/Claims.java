package io.xietong.app.desk;

import io.xietong.app.store.Database;
import io.xietong.app.store.OutboxRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows that this node has claimed: a few ahead, so that not every message costs a claim. Leases are renewed while the node
 * lives, so a slow call does not lose its row and a killed node's rows are free soon; but not for ever, so that a call that
 * never ends loses it at last. Thread-safe.
 */
final class Claims {

    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration RENEWED_FOR = Duration.ofMinutes(2);
    private static final int AT_ONCE = 16;

    /** What the names of this node's leases begin with. */
    private final String node = UUID.randomUUID() + "/";

    private final Database database;
    private final Clock clock;

    // Guarded by this. Claiming itself is done under the lock: carriers of one node would only get in each other's way.
    private final Deque<OutboxRow> ahead = new ArrayDeque<>();
    private final Map<String, Held> held = new HashMap<>();
    private long number;

    private record Held(OutboxRow row, Instant since, Instant until) {}

    Claims(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Where no other process can be at work, what an earlier one had claimed is free at once. */
    void takeOver() {
        if (!database.isOurs()) return;
        database.inTransaction(books -> {
            books.claims().releaseAll();
            return null;
        });
    }

    /**
     * The next row to carry; empty when nothing is due.
     *
     * @param more called when there is work for others too
     */
    synchronized Optional<OutboxRow> next(Runnable more) {
        Instant real = database.time().instant();
        OutboxRow row = ahead.poll();
        while (row != null && !stillHeld(row, real)) row = ahead.poll();
        if (row == null) {
            claim(real);
            row = ahead.poll();
        }
        if (!ahead.isEmpty()) more.run();
        return Optional.ofNullable(row);
    }

    private boolean stillHeld(OutboxRow row, Instant real) {
        Held lease = held.get(key(row));
        if (lease != null && lease.until().isAfter(real.plus(LEASE.dividedBy(3)))) return true;
        held.remove(key(row));
        return false;
    }

    private void claim(Instant real) {
        String lease = node + ++number;
        Instant until = real.plus(LEASE);
        List<OutboxRow> rows =
                database.inTransaction(books -> books.claims().claim(lease, clock.instant(), real, until, AT_ONCE));
        for (OutboxRow row : rows) {
            ahead.add(row);
            held.put(key(row), new Held(row, real, until));
        }
    }

    /** A row that was claimed twice, because a call outlived its lease, is held twice. */
    private static String key(OutboxRow row) {
        return row.id() + "@" + row.lease();
    }

    synchronized void done(OutboxRow row) {
        held.remove(key(row));
    }

    /** Whether any message up to this one is due that no other node holds. */
    boolean anyDue(long upTo) {
        return database.read(books -> books.outbox()
                .anyDueFor(node, upTo, clock.instant(), database.time().instant()));
    }

    /** Renews the leases that are running out. */
    void renew() {
        Instant real = database.time().instant();
        Instant until = real.plus(LEASE);
        List<OutboxRow> ending = ending(real);
        if (ending.isEmpty()) return;
        database.inTransaction(books -> {
            books.claims().renew(ending, until);
            return null;
        });
        synchronized (this) {
            ending.forEach(row -> held.computeIfPresent(key(row), (key, old) -> new Held(row, old.since(), until)));
        }
    }

    private synchronized List<OutboxRow> ending(Instant real) {
        List<OutboxRow> ending = new ArrayList<>();
        for (Held lease : held.values()) {
            boolean soon =
                    lease.until().isBefore(real.plus(LEASE.multipliedBy(2).dividedBy(3)));
            if (soon && lease.since().plus(RENEWED_FOR).isAfter(real)) ending.add(lease.row());
        }
        return ending;
    }

    /** Frees what was claimed and not begun. */
    synchronized void giveBack() {
        List<OutboxRow> rows = new ArrayList<>(ahead);
        ahead.clear();
        database.inTransaction(books -> {
            books.claims().release(rows);
            return null;
        });
    }
}
