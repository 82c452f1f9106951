package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.core.action.ActionItem;
import io.xietong.core.action.State;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Action items with their people and clocks. */
public final class JdbiActionItems implements Items<ActionItem> {

    private final Handle handle;
    private final ItemTable table;
    private final ItemPeople people;
    private final JdbiDeadlines deadlines;

    JdbiActionItems(Handle handle, Memory memory) {
        this.handle = handle;
        this.table = new ItemTable(handle, memory.serials(), ItemKind.ACTION_ITEM, "action_item");
        this.people = new ItemPeople(handle, ItemKind.ACTION_ITEM);
        this.deadlines = new JdbiDeadlines(handle);
    }

    @Override
    public ItemNumber nextNumber(Instant now) {
        return table.nextNumber(now);
    }

    @Override
    public List<Stored<ActionItem>> find(Collection<Long> serials) {
        if (serials.isEmpty()) return List.of();
        List<String> items = table.items(serials);
        Map<String, Set<String>> watchers = people.watchers(items);
        Map<String, List<Deadline>> clocks = deadlines.of(items);
        return handle.createQuery("SELECT * FROM action_item WHERE serial IN (<serials>) ORDER BY serial")
                .bindList("serials", List.copyOf(serials))
                .map((row, context) -> item(row, watchers, clocks))
                .list();
    }

    private static Stored<ActionItem> item(
            ResultSet row, Map<String, Set<String>> watchers, Map<String, List<Deadline>> clocks) throws SQLException {
        ItemNumber number = new ItemNumber(ItemKind.ACTION_ITEM, row.getLong("serial"));
        ActionItem item = new ActionItem(
                number,
                row.getLong("version"),
                State.valueOf(row.getString("state")),
                row.getString("what"),
                row.getString("owner"),
                row.getString("assigned_by"),
                Sql.optional(row, "source").flatMap(ItemNumber::read),
                row.getObject("due", LocalDate.class),
                Sql.instant(row, "assigned_at"),
                row.getString("evidence"),
                watchers.getOrDefault(number.toString(), Set.of()),
                clocks.getOrDefault(number.toString(), List.of()));
        return new Stored<>(item, row.getLong("trail_entries"), row.getString("trail_hash"));
    }

    @Override
    public void save(List<Change<ActionItem>> changes) {
        List<Change<ActionItem>> known =
                changes.stream().filter(change -> change.before().isPresent()).toList();
        for (Change<ActionItem> change : changes) if (change.before().isEmpty()) insert(change.after());
        update(known);
        changes.forEach(people::save);
        deadlines.save(changes);
    }

    private void insert(Stored<ActionItem> stored) {
        ActionItem item = stored.item();
        handle.execute(
                """
                INSERT INTO action_item (serial, version, state, what, owner, assigned_by, source, due, assigned_at,
                  evidence, trail_entries, trail_hash)
                VALUES (?,?,?,?,?,?,?,?,?,?,?,?)""",
                values(
                        item.number().serial(),
                        item.version(),
                        item.state(),
                        item.what(),
                        item.owner(),
                        item.assignedBy(),
                        item.source().map(ItemNumber::toString),
                        item.due(),
                        item.assignedAt(),
                        item.evidence(),
                        stored.entries(),
                        stored.hash()));
    }

    private void update(List<Change<ActionItem>> changes) {
        if (changes.isEmpty()) return;
        PreparedBatch batch = handle.prepareBatch("""
                UPDATE action_item SET version=?, state=?, owner=?, due=?, evidence=?, trail_entries=?, trail_hash=?
                WHERE serial=? AND version=?""");
        for (Change<ActionItem> change : changes) {
            ActionItem after = change.item();
            batch.add(values(
                    after.version(),
                    after.state(),
                    after.owner(),
                    after.due(),
                    after.evidence(),
                    change.after().entries(),
                    change.after().hash(),
                    after.number().serial(),
                    change.before().orElseThrow().item().version()));
        }
        ItemTable.guarded(batch, changes);
    }

    /** Serials of the open ones that came from an item. */
    public List<Long> openFrom(ItemNumber source) {
        return handle.createQuery("SELECT serial FROM action_item WHERE source = ? AND state = ? ORDER BY serial")
                .bind(0, source.toString())
                .bind(1, State.OPEN.name())
                .mapTo(Long.class)
                .list();
    }

    @Override
    public List<Long> waitingFor(Duties duties, int most) {
        return people.waitingFor(duties, most);
    }

    @Override
    public List<Long> of(String person, int most) {
        return people.of(person, most);
    }

    @Override
    public List<Long> mentioning(List<String> words, int most) {
        return table.mentioning("what", words, most);
    }

    @Override
    public List<Long> open() {
        return table.inStates(List.of(State.OPEN));
    }

    @Override
    public List<Long> lock(Collection<Long> serials) {
        return table.lock(serials);
    }

    @Override
    public List<Long> lockFree(Collection<Long> serials) {
        return table.lockFree(serials);
    }

    @Override
    public Optional<Long> lockedVersion(ItemNumber number) {
        return table.lockedVersion(number);
    }
}
