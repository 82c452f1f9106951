package io.xietong.app.store;

import io.xietong.app.search.Arrivals;
import io.xietong.app.store.RecentRequests.Same;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What was asked most recently, kept in memory, because every new request is compared with it; what was filed since, on
 * whatever node, is read each time. What was asked by whom never changes once it is filed. To be used before the transaction
 * files a request itself. Thread-safe.
 */
final class RecentNeeds {

    private static final int AT_START = 2_000;
    /** Numbers are not committed in their order: those missing among the last few are looked for again. */
    private static final int OVERLAP = 100;

    // Guarded by this.
    private final Map<String, NewestNeeds> departments = new HashMap<>();
    private final Arrivals seen = new Arrivals(-1, OVERLAP); // -1: nothing was looked at yet

    private record Row(Same request, String department, String need) {}

    /** A need beside its department's newest requests, as they are committed by now. */
    RecentRequests of(String department, String need, Handle handle) {
        return add(unread(read(), handle), department, need);
    }

    private record Read(long complete, List<Long> beyond) {}

    private synchronized Read read() {
        return new Read(seen.complete(), seen.seenBeyond());
    }

    private static List<Row> unread(Read read, Handle handle) {
        long from = read.complete() < 0 ? greatest(handle) - AT_START : read.complete();
        String sql = "SELECT serial, department, requester, need, filed_at FROM request WHERE serial > ?"
                + (read.beyond().isEmpty()
                        ? ""
                        : " AND serial NOT IN ("
                                + Sql.questionMarks(read.beyond().size()) + ")")
                + " ORDER BY serial";
        Object[] values = Stream.concat(Stream.of(from), read.beyond().stream()).toArray();
        return new Select(handle, sql, values).list(RecentNeeds::row);
    }

    private synchronized RecentRequests add(List<Row> rows, String department, String need) {
        rows.forEach(this::add);
        if (!rows.isEmpty()) seen.readTo(rows.get(rows.size() - 1).request().serial());
        NewestNeeds newest = departments.get(department);
        return newest == null ? new RecentRequests(List.of(), List.of()) : newest.beside(need);
    }

    private void add(Row row) {
        if (seen.isNew(row.request().serial()))
            departments
                    .computeIfAbsent(row.department(), department -> new NewestNeeds())
                    .add(row.request(), row.need());
    }

    private static long greatest(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(serial), 0) FROM request")
                .mapTo(Long.class)
                .one();
    }

    private static Row row(ResultSet row) throws SQLException {
        Same request = new Same(row.getLong("serial"), row.getString("requester"), Sql.instant(row, "filed_at"));
        return new Row(request, row.getString("department"), row.getString("need"));
    }
}
