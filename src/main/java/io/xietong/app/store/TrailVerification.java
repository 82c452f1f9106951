package io.xietong.app.store;

import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.trail.TrailEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Walks all trails, some items at a time, so that memory does not grow with history. An item that is gone is found by its
 * number, which was given out, or by the trail it left.
 */
final class TrailVerification {

    private static final int AT_A_TIME = 500;

    /** The table of each kind; its numbers are in {@code <table>_number}. */
    static final Map<ItemKind, String> TABLES = new EnumMap<>(Map.of(
            ItemKind.REQUEST, "request",
            ItemKind.DISPUTE, "dispute",
            ItemKind.ACTION_ITEM, "action_item",
            ItemKind.PROJECT, "project",
            ItemKind.GATE, "gate",
            ItemKind.MEETING, "meeting",
            ItemKind.NOTICE, "notice",
            ItemKind.DOCUMENT, "document"));

    private final Handle handle;
    private final List<JdbiTrail.TrailFault> faults = new ArrayList<>();

    private record Head(long serial, long entries, String hash) {}

    TrailVerification(Handle handle) {
        this.handle = handle;
    }

    List<JdbiTrail.TrailFault> faults() {
        TABLES.forEach((kind, table) -> {
            trails(kind, table);
            lost(kind, table);
            orphans(kind, table);
        });
        return faults;
    }

    private void trails(ItemKind kind, String table) {
        List<Head> heads = heads(table, 0);
        while (!heads.isEmpty()) {
            heads.forEach(head -> verify(kind, head));
            heads = heads(table, heads.get(heads.size() - 1).serial());
        }
    }

    private List<Head> heads(String table, long after) {
        return handle.createQuery("SELECT serial, trail_entries, trail_hash FROM " + table + " WHERE serial > ?"
                        + " ORDER BY serial LIMIT ?")
                .bind(0, after)
                .bind(1, AT_A_TIME)
                .map((row, context) ->
                        new Head(row.getLong("serial"), row.getLong("trail_entries"), row.getString("trail_hash")))
                .list();
    }

    private void verify(ItemKind kind, Head head) {
        ItemNumber item = new ItemNumber(kind, head.serial());
        fault(new JdbiTrail(handle).of(item), head.entries(), head.hash())
                .ifPresent(entry -> faults.add(new JdbiTrail.TrailFault(item.toString(), entry)));
    }

    /** The first entry of a trail that is not as it was written, by what the item remembers; empty when all are. */
    static Optional<Long> fault(List<TrailEntry> trail, long entries, String hash) {
        String previous = TrailEntry.NO_HASH;
        long expected = 1;
        for (TrailEntry entry : trail) {
            if (entry.seq() != expected || !entry.follows(previous)) return Optional.of(expected);
            previous = entry.hash();
            expected++;
        }
        boolean whole = expected - 1 == entries && previous.equals(hash);
        return whole ? Optional.empty() : Optional.of(expected);
    }

    /** Numbers of transactions that failed were never kept, so each number that was kept has its item. */
    private void lost(ItemKind kind, String table) {
        handle.createQuery("SELECT n.serial FROM " + table + "_number n LEFT JOIN " + table
                        + " i ON i.serial = n.serial WHERE i.serial IS NULL ORDER BY n.serial")
                .mapTo(Long.class)
                .list()
                .forEach(serial -> faults.add(new JdbiTrail.TrailFault(new ItemNumber(kind, serial).toString(), 1)));
    }

    /** Trails without an item. */
    private void orphans(ItemKind kind, String table) {
        List<String> items = itemsAfter(kind, kind.prefix() + "-");
        while (!items.isEmpty()) {
            Set<String> orphans = new HashSet<>(items);
            orphans.removeAll(known(kind, table, items));
            orphans.stream()
                    .sorted()
                    .map(item -> new JdbiTrail.TrailFault(item, 1))
                    .filter(fault -> !faults.contains(fault))
                    .forEach(faults::add);
            items = itemsAfter(kind, items.get(items.size() - 1));
        }
    }

    private List<String> itemsAfter(ItemKind kind, String last) {
        return handle.createQuery("SELECT DISTINCT item FROM trail_entry WHERE item > ? AND item LIKE ?"
                        + " ORDER BY item LIMIT ?")
                .bind(0, last)
                .bind(1, kind.prefix() + "-%")
                .bind(2, AT_A_TIME)
                .mapTo(String.class)
                .list();
    }

    private List<String> known(ItemKind kind, String table, List<String> items) {
        List<Long> serials = items.stream()
                .flatMap(item -> ItemNumber.read(item).stream())
                .map(ItemNumber::serial)
                .toList();
        if (serials.isEmpty()) return List.of();
        return handle.createQuery("SELECT serial FROM " + table + " WHERE serial IN (<serials>)")
                .bindList("serials", Sql.rounded(serials))
                .map((row, context) -> new ItemNumber(kind, row.getLong("serial")).toString())
                .list();
    }
}
