package io.xietong.app.store;

import io.xietong.core.request.Similar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * What was asked most recently, kept in memory, because every new request is compared with it; what was filed since, on
 * whatever node, is read each time. What was asked by whom never changes once it is filed. To be used before the transaction
 * files a request itself. Thread-safe.
 */
final class RecentNeeds {

    private static final int AT_START = 2_000;
    private static final int PER_DEPARTMENT = 200;
    /** Numbers are not committed in their order, so the last few are looked for again. */
    private static final int OVERLAP = 32;

    // Guarded by this.
    private final Map<String, Deque<Earlier>> departments = new HashMap<>();
    private final TreeMap<Long, Boolean> lately = new TreeMap<>();

    private record Earlier(long serial, String requester, String need, Instant filedAt, Similar.Likeness likeness) {}

    /** Serials of those among a department's newest that ask for much the same. */
    List<Long> alikeTo(String need, String department, Handle handle) {
        Similar.Likeness likeness = Similar.likeness(need);
        return newest(department, handle).stream()
                .filter(earlier -> likeness.isAlike(earlier.likeness()))
                .map(Earlier::serial)
                .toList();
    }

    /** Serials of those that this person filed with exactly these words since an instant. */
    List<Long> sameSince(String requester, String department, String need, Instant since, Handle handle) {
        return newest(department, handle).stream()
                .filter(earlier -> earlier.requester().equals(requester)
                        && !earlier.filedAt().isBefore(since)
                        && earlier.need().equals(need))
                .map(Earlier::serial)
                .toList();
    }

    private synchronized List<Earlier> newest(String department, Handle handle) {
        readNewer(handle);
        return List.copyOf(departments.getOrDefault(department, new ArrayDeque<>()));
    }

    private void readNewer(Handle handle) {
        long from = lately.isEmpty() ? startAt(handle) : lately.lastKey() - OVERLAP;
        handle.createQuery("SELECT serial, department, requester, need, filed_at FROM request WHERE serial > ?"
                        + " ORDER BY serial")
                .bind(0, from)
                .map((row, context) -> lately.computeIfAbsent(row.getLong("serial"), serial -> add(serial, row)))
                .list();
        while (lately.size() > 2 * OVERLAP) lately.pollFirstEntry();
    }

    private static long startAt(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(serial), 0) FROM request")
                        .mapTo(Long.class)
                        .one()
                - AT_START;
    }

    private boolean add(long serial, ResultSet row) {
        try {
            String need = row.getString("need");
            Deque<Earlier> department =
                    departments.computeIfAbsent(row.getString("department"), d -> new ArrayDeque<>());
            department.addLast(new Earlier(
                    serial, row.getString("requester"), need, Sql.instant(row, "filed_at"), Similar.likeness(need)));
            if (department.size() > PER_DEPARTMENT) department.removeFirst();
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
