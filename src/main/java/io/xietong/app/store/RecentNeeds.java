package io.xietong.app.store;

import io.xietong.app.search.Arrivals;
import io.xietong.app.store.RecentRequests.Asked;
import io.xietong.app.store.RecentRequests.Earlier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<String, Deque<Earlier>> departments = new HashMap<>();
    private final Arrivals seen = new Arrivals(-1, OVERLAP); // -1: nothing was looked at yet

    private record Row(long serial, String department, String requester, String need, Instant filedAt) {}

    /** A department's newest requests, as they are committed by now, to compare a need with. */
    RecentRequests of(String department, String need, Handle handle) {
        long from = complete();
        String sql =
                "SELECT serial, department, requester, need, filed_at FROM request WHERE serial > ? ORDER BY serial";
        List<Row> rows = new Select(handle, sql, from < 0 ? greatest(handle) - AT_START : from).list(RecentNeeds::row);
        return new RecentRequests(Asked.of(need), add(rows, department));
    }

    private synchronized long complete() {
        return seen.complete();
    }

    private synchronized List<Earlier> add(List<Row> rows, String department) {
        rows.forEach(this::add);
        if (!rows.isEmpty()) seen.readTo(rows.get(rows.size() - 1).serial());
        return List.copyOf(departments.getOrDefault(department, new ArrayDeque<>()));
    }

    private void add(Row row) {
        if (!seen.isNew(row.serial())) return;
        Deque<Earlier> newest = departments.computeIfAbsent(row.department(), department -> new ArrayDeque<>());
        newest.addLast(new Earlier(row.serial(), row.requester(), Asked.of(row.need()), row.filedAt()));
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
