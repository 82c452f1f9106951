package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** What only one node may do at a time, such as holding a platform's single connection. */
public final class JdbiLeases {

    private final Handle handle;

    JdbiLeases(Handle handle) {
        this.handle = handle;
    }

    private record Lease(String holder, long fence, Instant until) {}

    /**
     * Takes the lease or makes it longer.
     *
     * @param now and until by the machine's clock
     * @return the fencing number, which grows with each new holder; empty while somebody else holds it
     */
    public OptionalLong hold(String name, String holder, Instant now, Instant until) {
        Optional<Lease> found = find(name);
        if (found.isEmpty()) {
            handle.execute(
                    "INSERT INTO lease (name, holder, fence, until_at) VALUES (?,?,1,?)", values(name, holder, until));
            return OptionalLong.of(1);
        }
        Lease lease = found.get();
        boolean mine = lease.holder().equals(holder);
        if (!mine && lease.until().isAfter(now)) return OptionalLong.empty();
        long fence = mine ? lease.fence() : lease.fence() + 1;
        handle.execute(
                "UPDATE lease SET holder = ?, fence = ?, until_at = ? WHERE name = ?",
                values(holder, fence, until, name));
        return OptionalLong.of(fence);
    }

    /** Gives the lease back; nothing happens when somebody else holds it. */
    public void release(String name, String holder, Instant now) {
        handle.execute("UPDATE lease SET until_at = ? WHERE name = ? AND holder = ?", values(now, name, holder));
    }

    private Optional<Lease> find(String name) {
        return handle.createQuery("SELECT holder, fence, until_at FROM lease WHERE name = ? FOR UPDATE")
                .bind(0, name)
                .map((row, context) ->
                        new Lease(row.getString("holder"), row.getLong("fence"), Sql.instant(row, "until_at")))
                .findOne();
    }
}
