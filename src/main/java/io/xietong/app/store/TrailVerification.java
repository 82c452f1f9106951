package io.xietong.app.store;

import io.xietong.core.item.ItemNumber;
import io.xietong.core.trail.TrailEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Walks all trails, some items at a time, so that memory does not grow with history. A request that is gone is found by its
 * number, which was given out, or by the trail it left.
 */
final class TrailVerification {

    private static final int AT_A_TIME = 500;

    private final Handle handle;
    private final List<JdbiTrail.TrailFault> faults = new ArrayList<>();

    private record Head(long serial, long entries, String hash) {}

    TrailVerification(Handle handle) {
        this.handle = handle;
    }

    List<JdbiTrail.TrailFault> faults() {
        trailsOfRequests();
        lostRequests();
        trailsWithoutRequest();
        return faults;
    }

    private void trailsOfRequests() {
        List<Head> heads = heads(0);
        while (!heads.isEmpty()) {
            heads.forEach(this::verify);
            heads = heads(heads.get(heads.size() - 1).serial());
        }
    }

    private List<Head> heads(long after) {
        return handle.createQuery("SELECT serial, trail_entries, trail_hash FROM request WHERE serial > ?"
                        + " ORDER BY serial LIMIT ?")
                .bind(0, after)
                .bind(1, AT_A_TIME)
                .map((row, context) ->
                        new Head(row.getLong("serial"), row.getLong("trail_entries"), row.getString("trail_hash")))
                .list();
    }

    private void verify(Head head) {
        ItemNumber item = ItemNumber.request(head.serial());
        String previous = TrailEntry.NO_HASH;
        long expected = 1;
        for (TrailEntry entry : new JdbiTrail(handle).of(item)) {
            if (entry.seq() != expected || !entry.follows(previous)) {
                faults.add(new JdbiTrail.TrailFault(item.toString(), expected));
                return;
            }
            previous = entry.hash();
            expected++;
        }
        if (expected - 1 != head.entries() || !previous.equals(head.hash())) {
            faults.add(new JdbiTrail.TrailFault(item.toString(), expected));
        }
    }

    /** Numbers of transactions that failed were never kept, so each number that was kept has its request. */
    private void lostRequests() {
        handle.createQuery("SELECT n.serial FROM request_number n LEFT JOIN request r ON r.serial = n.serial"
                        + " WHERE r.serial IS NULL ORDER BY n.serial")
                .mapTo(Long.class)
                .list()
                .forEach(serial -> faults.add(
                        new JdbiTrail.TrailFault(ItemNumber.request(serial).toString(), 1)));
    }

    private void trailsWithoutRequest() {
        String last = "XQ-";
        List<String> items = itemsAfter(last);
        while (!items.isEmpty()) {
            Set<String> orphans = new HashSet<>(items);
            orphans.removeAll(known(items));
            orphans.stream()
                    .sorted()
                    .map(item -> new JdbiTrail.TrailFault(item, 1))
                    .filter(fault -> !faults.contains(fault))
                    .forEach(faults::add);
            items = itemsAfter(items.get(items.size() - 1));
        }
    }

    private List<String> itemsAfter(String last) {
        return handle.createQuery("SELECT DISTINCT item FROM trail_entry WHERE item > ? AND item LIKE 'XQ-%'"
                        + " ORDER BY item LIMIT ?")
                .bind(0, last)
                .bind(1, AT_A_TIME)
                .mapTo(String.class)
                .list();
    }

    private List<String> known(List<String> items) {
        List<Long> serials = items.stream()
                .flatMap(item -> ItemNumber.read(item).stream())
                .map(ItemNumber::serial)
                .toList();
        if (serials.isEmpty()) return List.of();
        return handle.createQuery("SELECT serial FROM request WHERE serial IN (<serials>)")
                .bindList("serials", serials)
                .map((row, context) -> ItemNumber.request(row.getLong("serial")).toString())
                .list();
    }
}
