package io.xietong.app.store;

import io.xietong.core.feature.SharedFact;
import io.xietong.core.item.Actor;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.trail.TrailEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The trails: entries are only ever added. */
public final class JdbiTrail {

    private final Handle handle;

    JdbiTrail(Handle handle) {
        this.handle = handle;
    }

    public void add(List<TrailEntry> entries) {
        Batch batch = new Batch(
                handle,
                "INSERT INTO trail_entry (item, seq, happened_at, person,"
                        + " in_name_of, platform, chat_id, event_id, fact, detail, state_before, state_after, hash)"
                        + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)");
        for (TrailEntry entry : entries) {
            batch.add(
                    entry.item().toString(),
                    entry.seq(),
                    entry.at(),
                    entry.actor().person(),
                    entry.actor().inNameOf(),
                    entry.source().platform(),
                    entry.source().chat(),
                    entry.source().event(),
                    entry.fact(),
                    entry.detail(),
                    entry.stateBefore(),
                    entry.stateAfter(),
                    entry.hash());
        }
        batch.execute();
    }

    /** All entries of an item, oldest first. */
    public List<TrailEntry> of(ItemNumber item) {
        return handle.createQuery("SELECT * FROM trail_entry WHERE item = ? ORDER BY seq")
                .bind(0, item.toString())
                .map((row, context) -> entry(row))
                .list();
    }

    /** What was said about each of these items, oldest first; items without comments are left out. */
    public Map<ItemNumber, List<String>> comments(Collection<ItemNumber> items) {
        Map<ItemNumber, List<String>> comments = new HashMap<>();
        if (items.isEmpty()) return comments;
        handle.createQuery("SELECT item, detail FROM trail_entry WHERE item IN (<items>) AND fact = :comment"
                        + " ORDER BY item, seq")
                .bindList(
                        "items",
                        Sql.rounded(items.stream().map(ItemNumber::toString).toList()))
                .bind("comment", SharedFact.Commented.class.getSimpleName())
                .map((row, context) -> comments.computeIfAbsent(
                                ItemNumber.read(row.getString("item")).orElseThrow(), item -> new ArrayList<>())
                        .add(Json.read(row.getString("detail"), SharedFact.Commented.class)
                                .text()))
                .list();
        return comments;
    }

    /** The newest entry; empty for an unknown item. */
    public Optional<TrailEntry> last(ItemNumber item) {
        return handle.createQuery("SELECT * FROM trail_entry WHERE item = ? ORDER BY seq DESC LIMIT 1")
                .bind(0, item.toString())
                .map((row, context) -> entry(row))
                .findOne();
    }

    public long count() {
        return handle.createQuery("SELECT COUNT(*) FROM trail_entry")
                .mapTo(Long.class)
                .one();
    }

    /** When the newest entry of all was written; empty without any. */
    public Optional<Instant> newest() {
        return handle.createQuery("SELECT MAX(happened_at) AS newest FROM trail_entry")
                .map((row, context) -> Sql.optionalInstant(row, "newest"))
                .one();
    }

    private static TrailEntry entry(ResultSet row) throws SQLException {
        return new TrailEntry(
                ItemNumber.read(row.getString("item")).orElseThrow(),
                row.getLong("seq"),
                Sql.instant(row, "happened_at"),
                new Actor(Sql.optional(row, "person"), Sql.optional(row, "in_name_of")),
                new TrailEntry.Source(row.getString("platform"), row.getString("chat_id"), row.getString("event_id")),
                row.getString("fact"),
                row.getString("detail"),
                Sql.optional(row, "state_before"),
                row.getString("state_after"),
                row.getString("hash"));
    }

    /**
     * Checks every trail against its hashes and against what the item itself remembers.
     *
     * @return a line for each item whose trail was changed, cut or lost, naming the first wrong entry
     */
    public List<TrailFault> verify() {
        return new TrailVerification(handle).faults();
    }

    /** Whether an item's trail is as it was written, by what the item itself remembers of it. */
    public static boolean isWhole(List<TrailEntry> trail, Stored<?> stored) {
        return TrailVerification.fault(trail, stored.entries(), stored.hash()).isEmpty();
    }

    /** @param entry the first entry that is not as it was written; one past the end when entries are missing there */
    public record TrailFault(String item, long entry) {}
}
