package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.core.calendar.Pause;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The clocks of items, with their pauses; the same for every kind. */
public final class JdbiDeadlines {

    private final Handle handle;

    JdbiDeadlines(Handle handle) {
        this.handle = handle;
    }

    Map<String, List<Deadline>> of(List<String> items) {
        Map<String, List<Pause>> pauses = pauses(items);
        Map<String, List<Deadline>> found = new HashMap<>();
        handle.createQuery("SELECT * FROM deadline WHERE item IN (<items>) ORDER BY item, armed_at, round_no")
                .bindList("items", Sql.rounded(items))
                .map((row, context) -> found.computeIfAbsent(row.getString("item"), i -> new ArrayList<>())
                        .add(deadline(row, pauses.getOrDefault(key(row), List.of()))))
                .list();
        return found;
    }

    private Map<String, List<Pause>> pauses(List<String> items) {
        Map<String, List<Pause>> pauses = new HashMap<>();
        handle.createQuery(
                        "SELECT * FROM deadline_pause WHERE item IN (<items>) ORDER BY item, purpose, round_no, position")
                .bindList("items", Sql.rounded(items))
                .map((row, context) -> pauses.computeIfAbsent(key(row), k -> new ArrayList<>())
                        .add(new Pause(
                                Sql.instant(row, "from_at"),
                                Sql.optionalInstant(row, "until_at"),
                                row.getString("why"),
                                row.getString("by_person"))))
                .list();
        return pauses;
    }

    private static String key(ResultSet row) throws SQLException {
        return row.getString("item") + "/" + row.getString("purpose") + "/" + row.getInt("round_no");
    }

    private static Deadline deadline(ResultSet row, List<Pause> pauses) throws SQLException {
        return new Deadline(
                Purpose.valueOf(row.getString("purpose")),
                row.getInt("round_no"),
                row.getString("owner"),
                Deadline.State.valueOf(row.getString("state")),
                Sql.instant(row, "armed_at"),
                Sql.optionalInstant(row, "due_at"),
                row.getBoolean("tentative"),
                pauses,
                row.getInt("fired"),
                Sql.optionalInstant(row, "next_at"),
                Sql.optionalInstant(row, "ended_at"));
    }

    /** Writes the clocks that are new or changed. */
    void save(List<? extends Change<?>> changes) {
        Batch added = new Batch(
                handle,
                "INSERT INTO deadline (item, purpose, round_no, owner, state, armed_at,"
                        + " due_at, tentative, fired, next_at, ended_at) VALUES (?,?,?,?,?,?,?,?,?,?,?)");
        Batch changed = new Batch(
                handle,
                "UPDATE deadline SET state=?, due_at=?, tentative=?, fired=?, next_at=?,"
                        + " ended_at=? WHERE item=? AND purpose=? AND round_no=?");
        for (Change<?> change : changes) {
            Item after = change.item();
            String item = after.number().toString();
            for (Deadline deadline : after.deadlines()) {
                Optional<Deadline> before = change.earlier().flatMap(earlier -> same(earlier, deadline));
                if (before.isEmpty()) add(added, item, deadline);
                else if (!before.get().equals(deadline)) change(changed, item, deadline);
                if (!before.map(Deadline::pauses).orElse(List.of()).equals(deadline.pauses()))
                    savePauses(item, deadline);
            }
        }
        added.execute();
        changed.execute();
    }

    private static Optional<Deadline> same(Item item, Deadline deadline) {
        return item.deadlines().stream()
                .filter(other -> other.purpose() == deadline.purpose() && other.round() == deadline.round())
                .findFirst();
    }

    private static void add(Batch added, String item, Deadline deadline) {
        added.add(
                item,
                deadline.purpose(),
                deadline.round(),
                deadline.owner(),
                deadline.state(),
                deadline.armedAt(),
                deadline.dueAt(),
                deadline.tentative(),
                deadline.fired(),
                deadline.nextAt(),
                deadline.endedAt());
    }

    private static void change(Batch changed, String item, Deadline deadline) {
        changed.add(
                deadline.state(),
                deadline.dueAt(),
                deadline.tentative(),
                deadline.fired(),
                deadline.nextAt(),
                deadline.endedAt(),
                item,
                deadline.purpose(),
                deadline.round());
    }

    private void savePauses(String item, Deadline deadline) {
        handle.execute(
                "DELETE FROM deadline_pause WHERE item=? AND purpose=? AND round_no=?",
                values(item, deadline.purpose(), deadline.round()));
        Batch batch = new Batch(
                handle,
                "INSERT INTO deadline_pause (item, purpose, round_no, position,"
                        + " from_at, until_at, why, by_person) VALUES (?,?,?,?,?,?,?,?)");
        int position = 0;
        for (Pause pause : deadline.pauses()) {
            batch.add(
                    item,
                    deadline.purpose(),
                    deadline.round(),
                    position++,
                    pause.from(),
                    pause.to(),
                    pause.why(),
                    pause.by());
        }
        batch.execute();
    }

    /** Items with a rung to ring by now, longest due first. */
    public List<ItemNumber> due(Instant now, int most) {
        return handle
                .createQuery("SELECT item FROM deadline WHERE next_at <= ? ORDER BY next_at LIMIT ?")
                .bind(0, Sql.utc(now))
                .bind(1, most)
                .map((row, context) -> ItemNumber.read(row.getString("item")).orElseThrow())
                .list()
                .stream()
                .distinct()
                .toList();
    }

    /** Serials of items of a kind whose time is up, longest due first. */
    public List<Long> overdue(ItemKind kind, Instant now, int most) {
        return handle
                .createQuery("SELECT item FROM deadline WHERE state = 'RUNNING' AND due_at <= ? AND item LIKE ?"
                        + " ORDER BY due_at, item LIMIT ?")
                .bind(0, Sql.utc(now))
                .bind(1, kind.prefix() + "-%")
                .bind(2, most)
                .map((row, context) -> ItemNumber.read(row.getString("item")).orElseThrow())
                .list()
                .stream()
                .map(ItemNumber::serial)
                .distinct()
                .toList();
    }

    /** Items with a running clock that is due by then, earliest due first. */
    public List<ItemNumber> dueBefore(Instant time, int most) {
        return handle
                .createQuery(
                        "SELECT item FROM deadline WHERE state = 'RUNNING' AND due_at <= ? ORDER BY due_at LIMIT ?")
                .bind(0, Sql.utc(time))
                .bind(1, most)
                .map((row, context) -> ItemNumber.read(row.getString("item")).orElseThrow())
                .list()
                .stream()
                .distinct()
                .toList();
    }

    /** Has clocks that cannot ring now try again later. */
    public void putOff(ItemNumber item, Instant now, Instant until) {
        handle.execute(
                "UPDATE deadline SET next_at = ? WHERE item = ? AND next_at <= ?",
                Sql.utc(until),
                item.toString(),
                Sql.utc(now));
    }

    /** The next instants at which clocks ring, with the item, earliest first. */
    public List<Map.Entry<Instant, String>> coming(Instant after, int most) {
        return handle.createQuery("SELECT next_at, item FROM deadline WHERE next_at > ? ORDER BY next_at, item LIMIT ?")
                .bind(0, Sql.utc(after))
                .bind(1, most)
                .map((row, context) -> Map.entry(Sql.instant(row, "next_at"), row.getString("item")))
                .list();
    }
}
