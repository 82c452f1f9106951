package io.xietong.app.store;

import io.xietong.app.search.Arrivals;
import io.xietong.app.store.Premises.Premise;
import io.xietong.app.store.RecentRequests.Asking;
import io.xietong.core.request.Request;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What was asked most recently, kept in memory, because every new request is compared with it. What this node files is added when
 * it is committed; what others file is read once a second. Whether they may have filed something since is told by the numbers: as
 * long as each one was taken by this node or has been read, they have not. Else it is a {@linkplain Premises premise} that none of it
 * is a repeated request. What was asked by whom never changes once it is filed. Thread-safe.
 */
final class RecentNeeds {

    private static final int AT_START = 2_000;
    /** Numbers are not committed in their order: those of others that are missing among the last few are looked for again. */
    private static final int OVERLAP = 100;

    private static final long OTHERS_EVERY = Duration.ofSeconds(1).toNanos();

    private final boolean ours;
    private final LongSupplier nanos;
    // Guarded by this.
    private final Map<String, NewestNeeds> departments = new HashMap<>();
    /** The numbers that this node has taken and those that were read. */
    private final Arrivals seen = new Arrivals(-1, OVERLAP); // -1: nothing was looked at yet

    private long readAt;
    private long reads;

    /** A request as it was filed, as far as others are compared with it. */
    record Filed(long serial, String requester, String department, String need, Instant at) {

        private static Filed of(Request request) {
            return new Filed(
                    request.number().serial(),
                    request.requester(),
                    request.department(),
                    request.ask().need(),
                    request.ask().filedAt());
        }

        private static Filed of(ResultSet row) throws SQLException {
            return new Filed(
                    row.getLong("serial"),
                    row.getString("requester"),
                    row.getString("department"),
                    row.getString("need"),
                    Sql.instant(row, "filed_at"));
        }
    }

    private record Known(boolean fresh, long reads, long complete, List<Long> beyond) {

        /** The last that was known when the table was read, with what was found there. */
        long last(List<Filed> found) {
            long known = beyond.isEmpty() ? complete : beyond.get(beyond.size() - 1);
            return found.isEmpty()
                    ? known
                    : Math.max(known, found.get(found.size() - 1).serial());
        }
    }

    /**
     * @param ours  whether no other process can file requests
     * @param nanos runs evenly, as {@link System#nanoTime} does
     */
    RecentNeeds(boolean ours, LongSupplier nanos) {
        this.ours = ours;
        this.nanos = nanos;
    }

    /**
     * What is to be filed, beside its department's newest requests; to be asked before the transaction files it. Those that other
     * nodes have filed within the last second may be missing, unless the same person has repeated one of them.
     */
    RecentRequests beside(Asking asking, Handle handle, Premises premises) {
        Known known = known();
        boolean read = !known.fresh() || !ours && !premises.allowed();
        if (read) add(unread(known, handle), known);
        RecentRequests recent = compare(asking);
        if (!ours && !read && recent.repeated().isEmpty()) premises.add(() -> atMostItsOwn(asking, known.reads()));
        return recent;
    }

    /** @param before how often the table had been read when there was none */
    private synchronized Optional<Premise> atMostItsOwn(Asking asking, long before) {
        if (reads > before && compare(asking).repeated().isPresent()) throw new StaleVersion("what others have filed");
        if (seen.seenBeyond().isEmpty()) return Optional.empty();
        return Optional.of(new Premise(
                "(SELECT COUNT(*) FROM request WHERE serial > ? AND requester = ? AND department = ? AND need = ?"
                        + " AND filed_at >= ?) <= 1",
                seen.complete(),
                asking.requester(),
                asking.department(),
                asking.need(),
                asking.since()));
    }

    private synchronized Known known() {
        List<Long> beyond = seen.seenBeyond();
        boolean fresh =
                seen.complete() >= 0 && beyond.size() <= OVERLAP && (ours || nanos.getAsLong() - readAt < OTHERS_EVERY);
        return new Known(fresh, reads, seen.complete(), beyond);
    }

    private static List<Filed> unread(Known known, Handle handle) {
        long from = known.complete() < 0 ? greatest(handle) - AT_START : known.complete();
        String sql = "SELECT serial, department, requester, need, filed_at FROM request WHERE serial > ?"
                + (known.beyond().isEmpty()
                        ? ""
                        : " AND serial NOT IN ("
                                + Sql.questionMarks(known.beyond().size()) + ")")
                + " ORDER BY serial";
        Object[] values =
                Stream.concat(Stream.of(from), known.beyond().stream()).toArray();
        return new Select(handle, sql, values).list(Filed::of);
    }

    private synchronized void add(List<Filed> unread, Known before) {
        unread.stream().filter(filed -> seen.isNew(filed.serial())).forEach(this::add);
        seen.readTo(before.last(unread));
        readAt = nanos.getAsLong();
        reads++;
    }

    private synchronized RecentRequests compare(Asking asking) {
        NewestNeeds newest = departments.get(asking.department());
        return newest == null ? RecentRequests.NONE : newest.beside(asking);
    }

    /** This node has taken the number; whether its transaction will be committed or not. */
    synchronized void taken(long serial) {
        seen.isNew(serial);
    }

    /** This node has filed the request, and committed it. */
    synchronized void filed(Request request) {
        add(Filed.of(request));
    }

    private void add(Filed filed) {
        departments
                .computeIfAbsent(filed.department(), department -> new NewestNeeds())
                .add(filed);
    }

    private static long greatest(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(serial), 0) FROM request")
                .mapTo(Long.class)
                .one();
    }
}
