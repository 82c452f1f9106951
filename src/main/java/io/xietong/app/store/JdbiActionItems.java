package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.core.action.ActionItem;
import io.xietong.core.action.State;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Action items with their people and clocks. */
public final class JdbiActionItems extends ItemTable<ActionItem> {

    private static final List<State> OPEN =
            Arrays.stream(State.values()).filter(State::isOpen).toList();

    private final ItemPeople people;

    JdbiActionItems(Handle handle, Memory memory) {
        super(handle, memory, ItemKind.ACTION_ITEM, "action_item", OPEN);
        this.people = new ItemPeople(handle, ItemKind.ACTION_ITEM);
    }

    @Override
    public List<Stored<ActionItem>> find(Collection<Long> serials) {
        if (serials.isEmpty()) return List.of();
        List<String> items = items(serials);
        Map<String, Set<String>> watchers = people.watchers(items);
        Map<String, List<Deadline>> clocks = deadlines.of(items);
        return handle.createQuery("SELECT * FROM action_item WHERE serial IN (<serials>) ORDER BY serial")
                .bindList("serials", Sql.rounded(serials))
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
    void insert(Stored<ActionItem> stored) {
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

    @Override
    void update(List<Change<ActionItem>> changes) {
        Batch batch = new Batch(handle, """
                UPDATE action_item SET version=?, state=?, owner=?, due=?, evidence=?, trail_entries=?, trail_hash=?
                WHERE serial=? AND version=?""");
        for (Change<ActionItem> change : changes) {
            ActionItem after = change.item();
            batch.add(
                    after.version(),
                    after.state(),
                    after.owner(),
                    after.due(),
                    after.evidence(),
                    change.after().entries(),
                    change.after().hash(),
                    after.number().serial(),
                    change.before().orElseThrow().item().version());
        }
        guarded(batch, changes);
    }

    @Override
    void saveChildren(Change<ActionItem> change) {
        people.save(change);
    }

    /** Serials of the open ones that came from an item. */
    public List<Long> openFrom(ItemNumber source) {
        return openFrom(List.of(source));
    }

    /** The same of several items. */
    public List<Long> openFrom(Collection<ItemNumber> sources) {
        if (sources.isEmpty()) return List.of();
        return handle.createQuery(
                        "SELECT serial FROM action_item WHERE source IN (<sources>) AND state IN (<open>) ORDER BY serial")
                .bindList(
                        "sources",
                        Sql.rounded(sources.stream().map(ItemNumber::toString).toList()))
                .bindList("open", OPEN.stream().map(State::name).toList())
                .mapTo(Long.class)
                .list();
    }

    /** Serials of those that came from an item. */
    public List<Long> from(ItemNumber source) {
        return handle.createQuery("SELECT serial FROM action_item WHERE source = ? ORDER BY serial")
                .bind(0, source.toString())
                .mapTo(Long.class)
                .list();
    }

    @Override
    public List<Due> waitingFor(Duties duties, int most) {
        return people.waitingFor(duties, most);
    }

    @Override
    public List<Long> of(String person, int most) {
        return people.of(person, most);
    }
}
