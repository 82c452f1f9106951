package io.xietong.app.store;

import io.xietong.core.item.ItemNumber;
import io.xietong.core.trail.TrailEntry;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Walks all trails, one item at a time, so that memory does not grow with history. */
final class TrailVerification {

    private final Handle handle;
    private final List<JdbiTrail.TrailFault> faults = new ArrayList<>();

    TrailVerification(Handle handle) {
        this.handle = handle;
    }

    List<JdbiTrail.TrailFault> faults() {
        record Head(long serial, long entries, String hash) {}
        try (var heads = handle
                .createQuery("SELECT serial, trail_entries, trail_hash FROM request ORDER BY serial")
                .map((row, context) ->
                        new Head(row.getLong("serial"), row.getLong("trail_entries"), row.getString("trail_hash")))
                .stream()) {
            heads.toList().forEach(head -> verify(ItemNumber.request(head.serial()), head.entries(), head.hash()));
        }
        handle.createQuery("SELECT DISTINCT item FROM trail_entry WHERE item LIKE 'XQ-%'"
                        + " AND NOT EXISTS (SELECT 1 FROM request WHERE CONCAT('XQ-', serial) = item)")
                .mapTo(String.class)
                .list()
                .forEach(item -> faults.add(new JdbiTrail.TrailFault(item, 1)));
        return faults;
    }

    private void verify(ItemNumber item, long entries, String lastHash) {
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
        if (expected - 1 != entries || !previous.equals(lastHash)) {
            faults.add(new JdbiTrail.TrailFault(item.toString(), expected));
        }
    }
}
