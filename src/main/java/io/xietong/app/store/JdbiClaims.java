package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.core.chat.Outgoing.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Who is sending what, and how it went. A claim is a lease with a name of its own. Two nodes may read the same row as due, but
 * the guarded update gives it to one of them; whoever comes back after the lease went to somebody else finds that the name has
 * changed and writes nothing.
 */
public final class JdbiClaims {

    private static final String FREE = "(lease_until IS NULL OR lease_until < ?)";

    private final Handle handle;

    JdbiClaims(Handle handle) {
        this.handle = handle;
    }

    /**
     * Takes what is due for sending; urgent first, digests last. Nobody else sends it until the lease ends.
     *
     * @param lease a name that no other claim has
     * @param now   by the company's clock, which the sandbox can move
     * @param real  by the machine's clock, which leases run by
     */
    public List<OutboxRow> claim(String lease, Instant now, Instant real, Instant leaseUntil, int most) {
        List<OutboxRow> due = new ArrayList<>();
        for (Urgency urgency : Urgency.values()) {
            if (due.size() < most) due.addAll(due(urgency, now, real, most - due.size()));
        }
        if (due.isEmpty()) return due;
        Batch batch = new Batch(
                handle,
                "UPDATE outbox SET lease_owner = ?, lease_until = ? WHERE id = ?"
                        + " AND state = 'WAITING' AND due_at <= ? AND " + FREE);
        due.forEach(row -> batch.add(lease, leaseUntil, row.id(), now, real));
        int[] taken = batch.execute();
        List<OutboxRow> claimed = new ArrayList<>();
        for (int i = 0; i < taken.length; i++)
            if (taken[i] == 1) claimed.add(due.get(i).leasedTo(lease));
        return claimed;
    }

    private List<OutboxRow> due(Urgency urgency, Instant now, Instant real, int most) {
        return handle.createQuery(
                        "SELECT o.* FROM outbox o WHERE o.state = 'WAITING' AND o.urgency = ? AND o.due_at <= ?"
                                + " AND " + FREE + JdbiOutbox.HEAD_OF_LANE + " ORDER BY o.due_at, o.id LIMIT ?")
                .bind(0, urgency.name())
                .bind(1, Sql.utc(now))
                .bind(2, Sql.utc(real))
                .bind(3, Sql.utc(now))
                .bind(4, most)
                .map((row, context) -> OutboxRows.row(row))
                .list();
    }

    /** Keeps leases that are still held. */
    public void renew(Collection<OutboxRow> rows, Instant until) {
        Batch batch = new Batch(
                handle, "UPDATE outbox SET lease_until = ? WHERE id = ? AND lease_owner = ? AND state = 'WAITING'");
        rows.forEach(row -> batch.add(until, row.id(), row.lease()));
        batch.execute();
    }

    /** Gives claimed messages back untouched. */
    public void release(Collection<OutboxRow> rows) {
        Batch batch = new Batch(
                handle,
                "UPDATE outbox SET lease_owner = NULL, lease_until = NULL WHERE id = ?"
                        + " AND lease_owner = ? AND state = 'WAITING'");
        rows.forEach(row -> batch.add(row.id(), row.lease()));
        batch.execute();
    }

    /** Ends all leases; right only where no other process can have the database open. */
    public void releaseAll() {
        handle.execute("UPDATE outbox SET lease_owner = NULL, lease_until = NULL WHERE state = 'WAITING'"
                + " AND lease_owner IS NOT NULL");
    }

    /**
     * The low messages that leave with this one, itself among them. Once a digest was put together it stays as it is, so that
     * a second attempt says the same as the first. Empty when the lease was lost.
     */
    public List<OutboxRow> digest(OutboxRow row, Instant now) {
        if (!holds(row)) return List.of();
        long first = row.digest().orElse(row.id());
        if (row.digest().isEmpty()) {
            handle.execute(
                    "UPDATE outbox SET digest = ? WHERE lane = ? AND state = 'WAITING' AND id >= ? AND not_before <= ?"
                            + " AND digest IS NULL",
                    first,
                    row.lane(),
                    row.id(),
                    Sql.utc(now));
        }
        return handle.createQuery(
                        "SELECT * FROM outbox WHERE lane = ? AND state = 'WAITING' AND digest = ? ORDER BY id")
                .bind(0, row.lane())
                .bind(1, first)
                .map((found, context) -> OutboxRows.row(found))
                .list();
    }

    /** The waiting refreshes of the same item; what is drawn after this was asked serves for all of them. */
    public List<Long> refreshesLike(OutboxRow row) {
        return handle.createQuery("SELECT id FROM outbox WHERE lane = ? AND state = 'WAITING' AND kind = ? ORDER BY id")
                .bind(0, row.lane())
                .bind(1, OutboxBody.REFRESH)
                .mapTo(Long.class)
                .list();
    }

    /** Whether the claim still stands; if so it cannot be lost before the transaction ends. */
    private boolean holds(OutboxRow row) {
        return handle.execute(
                        "UPDATE outbox SET lease_owner = ? WHERE id = ? AND lease_owner = ? AND state = 'WAITING'",
                        row.lease(),
                        row.id(),
                        row.lease())
                == 1;
    }

    /**
     * Delivered, together with others that left in the same message.
     *
     * @return false when the lease was lost meanwhile; then nothing is written
     */
    public boolean sent(OutboxRow row, Collection<Long> together, Instant now) {
        return ended(row, together, "state = 'SENT', sent_at = ?", Sql.utc(now));
    }

    /** Those before it in its lane that were given up are of no use any more: this one did their work, or failed as they did. */
    public void supersedeDead(OutboxRow row) {
        handle.execute(
                "UPDATE outbox SET state = 'DROPPED' WHERE lane = ? AND state = 'DEAD' AND id < ?",
                row.lane(),
                row.id());
    }

    /** Not sent, and not worth sending any more. */
    public boolean dropped(OutboxRow row, String why) {
        return ended(row, List.of(row.id()), "state = 'DROPPED', last_error = ?", shortened(why));
    }

    /** A dead letter: given up after all attempts, or refused for good. */
    public boolean dead(OutboxRow row, Collection<Long> together, String why) {
        return ended(row, together, "state = 'DEAD', attempts = attempts + 1, last_error = ?", shortened(why));
    }

    /** To be tried again. */
    public boolean again(OutboxRow row, Collection<Long> together, Instant dueAt, String why) {
        return ended(
                row, together, "attempts = attempts + 1, due_at = ?, last_error = ?", Sql.utc(dueAt), shortened(why));
    }

    /** Given back untried, because its target or platform takes no more at the moment. */
    public boolean later(OutboxRow row, Instant dueAt) {
        return ended(row, List.of(row.id()), "due_at = ?", Sql.utc(dueAt));
    }

    private boolean ended(OutboxRow row, Collection<Long> together, String change, Object... values) {
        String update = "UPDATE outbox SET " + change + ", lease_owner = NULL, lease_until = NULL WHERE id = ?"
                + " AND state = 'WAITING'";
        if (handle.execute(update + " AND lease_owner = ?", with(values, row.id(), row.lease())) == 0) return false;
        Batch batch = new Batch(handle, update);
        together.stream().filter(id -> id != row.id()).forEach(id -> batch.add(with(values, id)));
        batch.execute();
        return true;
    }

    private static Object[] with(Object[] values, Object... more) {
        Object[] all = Arrays.copyOf(values, values.length + more.length);
        System.arraycopy(more, 0, all, values.length, more.length);
        return all;
    }

    private static String shortened(String why) {
        return why.length() <= 500 ? why : why.substring(0, 500);
    }
}
