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
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * What was asked most recently, kept in memory, because every new request is compared with it; what was filed since, on
 * whatever node, is read each time. What was asked by whom never changes once it is filed. To be used before the transaction
 * files a request itself. Thread-safe.
 */
final class RecentNeeds {

    private static final int AT_START = 2_000;
    private static final int PER_DEPARTMENT = 200;
    /** Numbers are not committed in their order: those missing among the last few are looked for again. */
    private static final int OVERLAP = 32;

    // Guarded by this.
    private final Map<String, Deque<RecentRequests.Earlier>> departments = new HashMap<>();
    private final TreeSet<Long> beyond = new TreeSet<>();
    /** All numbers up to this one have been seen, or will never come; negative before the first look. */
    private long complete = -1;

    private record Row(long serial, String department, String requester, String need, Instant filedAt) {}

    /** A department's newest requests, as they are committed by now. */
    RecentRequests of(String department, Handle handle) {
        long from = complete();
        List<Row> rows = handle.createQuery("SELECT serial, department, requester, need, filed_at FROM request"
                        + " WHERE serial > ? ORDER BY serial")
                .bind(0, from < 0 ? greatest(handle) - AT_START : from)
                .map((row, context) -> row(row))
                .list();
        return add(rows, department);
    }

    private synchronized long complete() {
        return complete;
    }

    private synchronized RecentRequests add(List<Row> rows, String department) {
        rows.forEach(this::add);
        if (!rows.isEmpty()) {
            long last = rows.get(rows.size() - 1).serial();
            complete = Math.max(Math.max(complete, 0), last - OVERLAP);
            beyond.headSet(complete, true).clear();
        }
        while (beyond.remove(complete + 1)) complete++;
        return new RecentRequests(List.copyOf(departments.getOrDefault(department, new ArrayDeque<>())));
    }

    private void add(Row row) {
        if (row.serial() <= complete || !beyond.add(row.serial())) return;
        Deque<RecentRequests.Earlier> newest =
                departments.computeIfAbsent(row.department(), department -> new ArrayDeque<>());
        newest.addLast(new RecentRequests.Earlier(
                row.serial(), row.requester(), row.need(), row.filedAt(), Similar.likeness(row.need())));
        if (newest.size() > PER_DEPARTMENT) newest.removeFirst();
    }

    private static long greatest(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(serial), 0) FROM request")
                .mapTo(Long.class)
                .one();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("serial"),
                row.getString("department"),
                row.getString("requester"),
                row.getString("need"),
                Sql.instant(row, "filed_at"));
    }
}
