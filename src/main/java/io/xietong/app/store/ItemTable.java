package io.xietong.app.store;

import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What is the same for the tables of all kinds: numbers, locks, guarded writes, searches. */
final class ItemTable {

    private final Handle handle;
    private final Serials serials;
    private final ItemKind kind;
    private final String table;

    /** @param table its numbers are in {@code <table>_number} */
    ItemTable(Handle handle, Serials serials, ItemKind kind, String table) {
        this.handle = handle;
        this.serials = serials;
        this.kind = kind;
        this.table = table;
    }

    ItemNumber nextNumber(Instant now) {
        String numbers = table + "_number";
        Optional<Long> next = serials.next(numbers, "serial", handle);
        if (next.isPresent()) {
            handle.execute("INSERT INTO " + numbers + " (serial, taken_at) VALUES (?,?)", next.get(), Sql.utc(now));
            return new ItemNumber(kind, next.get());
        }
        return new ItemNumber(
                kind,
                handle.createUpdate("INSERT INTO " + numbers + " (taken_at) VALUES (?)")
                        .bind(0, Sql.utc(now))
                        .executeAndReturnGeneratedKeys("serial")
                        .mapTo(Long.class)
                        .one());
    }

    List<Long> lock(Collection<Long> serials) {
        return lock(serials, "");
    }

    List<Long> lockFree(Collection<Long> serials) {
        return lock(serials, " SKIP LOCKED");
    }

    private List<Long> lock(Collection<Long> serials, String how) {
        if (serials.isEmpty()) return List.of();
        return handle.createQuery(
                        "SELECT serial FROM " + table + " WHERE serial IN (<serials>) ORDER BY serial FOR UPDATE" + how)
                .bindList("serials", List.copyOf(serials))
                .mapTo(Long.class)
                .list();
    }

    Optional<Long> lockedVersion(ItemNumber number) {
        return handle.createQuery("SELECT version FROM " + table + " WHERE serial = ? FOR UPDATE")
                .bind(0, number.serial())
                .mapTo(Long.class)
                .findOne();
    }

    /** Serials of the items in these states. */
    List<Long> inStates(List<? extends Enum<?>> states) {
        return handle.createQuery("SELECT serial FROM " + table + " WHERE state IN (<states>) ORDER BY serial")
                .bindList("states", states.stream().map(Enum::name).toList())
                .mapTo(Long.class)
                .list();
    }

    /** Serials of the items whose text holds every one of the words as it stands, newest first. */
    List<Long> mentioning(String column, List<String> words, int most) {
        StringBuilder sql = new StringBuilder("SELECT serial FROM " + table + " WHERE 1=1");
        for (int i = 0; i < words.size(); i++)
            sql.append(" AND LOWER(")
                    .append(column)
                    .append(") LIKE :w")
                    .append(i)
                    .append(" ESCAPE '!'");
        var query = handle.createQuery(
                        sql.append(" ORDER BY serial DESC LIMIT :most").toString())
                .bind("most", most);
        for (int i = 0; i < words.size(); i++) query.bind("w" + i, "%" + escaped(words.get(i)) + "%");
        return query.mapTo(Long.class).list();
    }

    private static String escaped(String word) {
        return word.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }

    /** The numbers of these serials, as other tables know the items. */
    List<String> items(Collection<Long> serials) {
        List<String> items = new ArrayList<>();
        serials.forEach(serial -> items.add(new ItemNumber(kind, serial).toString()));
        return items;
    }

    /**
     * Runs a batch of updates, one for each change, guarded by the version that was read.
     *
     * @throws StaleVersion when one of them found another version
     */
    static void guarded(PreparedBatch batch, List<? extends Change<?>> changes) {
        int[] written = batch.execute();
        for (int i = 0; i < written.length; i++) {
            if (written[i] == 0)
                throw new StaleVersion(changes.get(i).item().number().toString());
        }
    }
}
