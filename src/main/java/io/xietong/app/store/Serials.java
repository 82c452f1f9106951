package io.xietong.app.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;

/**
 * The next free keys where the database is this process's own. H2's sequences are written in a transaction of their own every
 * few keys, for which all others wait, and a kill leaves a hole in the numbers people see; counting in memory does neither.
 * Shared databases count by themselves. Thread-safe.
 */
final class Serials {

    /** Keys of a table go on behind this one. */
    record Skipped(String table, long to) {}

    private static final String SKIPPED = "skipped.";

    private final boolean ours;
    private final Map<String, AtomicLong> last = new ConcurrentHashMap<>();

    Serials(boolean ours) {
        this.ours = ours;
    }

    /** The next key of a table; empty when the database gives it out. */
    Optional<Long> next(String table, String column, Handle handle) {
        if (!ours) return Optional.empty();
        return Optional.of(last.computeIfAbsent(table, t -> new AtomicLong(greatest(t, column, handle)))
                .incrementAndGet());
    }

    private static long greatest(String table, String column, Handle handle) {
        long given = handle.createQuery("SELECT COALESCE(MAX(" + column + "), 0) FROM " + table)
                .mapTo(Long.class)
                .one();
        return Math.max(given, skippedTo(table, handle));
    }

    private static long skippedTo(String table, Handle handle) {
        return new JdbiCompanyState(handle)
                .get(SKIPPED + table)
                .map(Long::parseLong)
                .orElse(0L);
    }

    static List<Skipped> skipped(Handle handle) {
        return handle.createQuery("SELECT name, text FROM company_state WHERE name LIKE ?")
                .bind(0, SKIPPED + "%")
                .map((row, context) -> new Skipped(
                        row.getString("name").substring(SKIPPED.length()), Long.parseLong(row.getString("text"))))
                .list();
    }

    /** Goes on far behind the keys that may have been given out since the copy was made that the database was restored from. */
    void skip(String table, String column, long atLeast, Handle handle) {
        long to = (greatest(table, column, handle) / atLeast + 2) * atLeast;
        new JdbiCompanyState(handle).set(SKIPPED + table, Long.toString(to));
        last.remove(table);
    }
}
