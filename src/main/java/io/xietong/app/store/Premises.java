package io.xietong.app.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What one transaction takes from its node's memory instead of asking the tables, with what must hold for that to be right. It is
 * compared before the transaction commits, by way of a statement that is needed anyhow where there is one; if it does not hold, the
 * transaction is undone and run again without premises (decisions 0050, 0055). Not thread-safe.
 */
final class Premises {

    private final Handle handle;
    private final boolean allowed;
    private final List<Supplier<Optional<Premise>>> premises = new ArrayList<>();

    /**
     * A condition that must hold.
     *
     * @param sql    with question marks for the values
     * @param values as {@link Sql#values} takes them
     */
    record Premise(String sql, List<Object> values) {

        Premise(String sql, Object... values) {
            this(sql, List.of(values));
        }
    }

    /** @param allowed whether {@link #confirm} will be called, and what was done is undone when it fails */
    Premises(Handle handle, boolean allowed) {
        this.handle = handle;
        this.allowed = allowed;
    }

    /** Whether there may be any; else the tables have to be asked. */
    boolean allowed() {
        return allowed;
    }

    /** @param premise is asked for when it is to be compared, in this transaction and after its own changes; empty if it is certain */
    void add(Supplier<Optional<Premise>> premise) {
        premises.add(premise);
    }

    /**
     * Inserts a row if the premises hold, which saves asking for that alone.
     *
     * @param columns the table's name with the columns in brackets
     * @throws StaleVersion when one of them does not
     */
    void confirmInserting(String columns, Object... row) {
        String marks = Sql.questionMarks(row.length);
        String insert = "INSERT INTO " + columns;
        List<Premise> open = settle();
        if (open.isEmpty()) {
            new Batch(handle, insert + " VALUES (" + marks + ")").add(row).execute();
            return;
        }
        Object[] values = Stream.concat(Stream.of(row), values(open)).toArray();
        int[] inserted = new Batch(handle, insert + " SELECT " + marks + where(open))
                .add(values)
                .execute();
        if (inserted[0] == 0) throw outdated();
    }

    /** @throws StaleVersion when one of the premises does not hold; else there are none from here on */
    void confirm() {
        List<Premise> open = settle();
        if (open.isEmpty()) return;
        new Select(handle, "SELECT 1" + where(open), values(open).toArray())
                .first(row -> true)
                .orElseThrow(Premises::outdated);
    }

    /** What is to be compared now, and not again. */
    private List<Premise> settle() {
        List<Premise> open =
                premises.stream().flatMap(premise -> premise.get().stream()).toList();
        premises.clear();
        return open;
    }

    private static String where(List<Premise> premises) {
        return premises.stream().map(Premise::sql).collect(Collectors.joining(" AND ", " FROM DUAL WHERE ", ""));
    }

    private static Stream<Object> values(List<Premise> premises) {
        return premises.stream().flatMap(premise -> premise.values().stream());
    }

    private static StaleVersion outdated() {
        return new StaleVersion("what the node remembers");
    }
}
