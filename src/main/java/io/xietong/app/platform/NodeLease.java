package io.xietong.app.platform;

import io.xietong.app.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/** What one node may do at a time, by a lease in the database that all nodes share. Thread-safe. */
public final class NodeLease {

    private static final Duration LENGTH = Duration.ofSeconds(30);

    private final Database database;
    private final Clock clock;
    private final String name;
    private final String holder = UUID.randomUUID().toString();

    /** @param clock the machine's: nodes compare real times, whatever the company's clock says */
    public NodeLease(Database database, Clock clock, String name) {
        this.database = database;
        this.clock = clock;
        this.name = name;
    }

    /** Takes the lease, or makes it longer; it ends by itself. Empty while another node has it, else its fencing number. */
    public OptionalLong hold() {
        return hold(LENGTH);
    }

    OptionalLong hold(Duration length) {
        Instant now = clock.instant();
        return database.inTransaction(books -> books.leases().hold(name, holder, now, now.plus(length)));
    }

    /** Lets another node have it at once. */
    public void release() {
        database.inTransaction(books -> {
            books.leases().release(name, holder, clock.instant());
            return null;
        });
    }
}
