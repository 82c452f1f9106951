package io.xietong.app.store;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Who has a part in items, who follows them, and for whom they wait; for every kind but the request, whose row tells it. */
final class ItemPeople {

    private static final String PARTY = "PARTY";
    private static final String WATCHER = "WATCHER";

    private final Handle handle;
    private final ItemKind kind;

    ItemPeople(Handle handle, ItemKind kind) {
        this.handle = handle;
        this.kind = kind;
    }

    /** Those who follow each of the items. */
    Map<String, Set<String>> watchers(Collection<String> items) {
        Map<String, Set<String>> watchers = new HashMap<>();
        handle.createQuery("SELECT item, person FROM item_person WHERE item IN (<items>) AND part = '" + WATCHER + "'")
                .bindList("items", Sql.rounded(items))
                .map((row, context) -> watchers.computeIfAbsent(row.getString("item"), i -> new HashSet<>())
                        .add(row.getString("person")))
                .list();
        return watchers;
    }

    /** Writes what of it changed. */
    void save(Change<?> change) {
        Item after = change.item();
        people(after, PARTY, change.earlier().map(Item::parties).orElse(Set.of()), after.parties());
        people(after, WATCHER, change.earlier().map(Item::watchers).orElse(Set.of()), after.watchers());
        waiting(change);
    }

    /** Writes the difference alone: an item can wait for a whole company, of whom one at a time does something. */
    private void people(Item item, String part, Set<String> before, Set<String> people) {
        String number = item.number().toString();
        Batch gone = new Batch(handle, "DELETE FROM item_person WHERE item=? AND person=? AND part=?");
        before.stream().filter(person -> !people.contains(person)).forEach(person -> gone.add(number, person, part));
        gone.execute();
        Batch come = new Batch(handle, "INSERT INTO item_person (item, serial, person, part) VALUES (?,?,?,?)");
        people.stream()
                .filter(person -> !before.contains(person))
                .forEach(person -> come.add(number, item.number().serial(), person, part));
        come.execute();
    }

    private record Wait(String waits, String who) {

        static Wait of(Waiting waiting) {
            if (waiting instanceof Waiting.OnPerson on) return new Wait("PERSON", on.person());
            if (waiting instanceof Waiting.OnDepartment on) return new Wait("DEPARTMENT", on.department());
            if (waiting instanceof Waiting.OnHead on) return new Wait("HEAD", on.department());
            return new Wait("SECRETARIAT", "");
        }
    }

    private void waiting(Change<?> change) {
        Item item = change.item();
        String number = item.number().toString();
        Optional<Instant> due = due(item);
        if (change.earlier().filter(earlier -> !due(earlier).equals(due)).isPresent())
            new Batch(handle, "UPDATE item_waiting SET due_at=? WHERE item=?")
                    .add(due, number)
                    .execute();
        Set<Wait> before = change.earlier().map(ItemPeople::waits).orElse(Set.of());
        Set<Wait> now = waits(item);
        Batch gone = new Batch(handle, "DELETE FROM item_waiting WHERE item=? AND waits=? AND who=?");
        before.stream().filter(wait -> !now.contains(wait)).forEach(wait -> gone.add(number, wait.waits(), wait.who()));
        gone.execute();
        Batch come =
                new Batch(handle, "INSERT INTO item_waiting (item, serial, waits, who, due_at) VALUES (?,?,?,?,?)");
        now.stream()
                .filter(wait -> !before.contains(wait))
                .forEach(wait -> come.add(number, item.number().serial(), wait.waits(), wait.who(), due));
        come.execute();
    }

    private static Set<Wait> waits(Item item) {
        return item.waitingFor().stream().map(Wait::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<Instant> due(Item item) {
        return item.firstDue().flatMap(Deadline::dueAt);
    }

    /** What waits for somebody, earliest due first. */
    List<Due> waitingFor(Duties duties, int most) {
        Set<String> people = new TreeSet<>(duties.standsInFor());
        people.add(duties.person());
        Map<String, Collection<String>> asked = new HashMap<>(Map.of("PERSON", people));
        if (!duties.departments().isEmpty()) asked.put("DEPARTMENT", duties.departments());
        if (!duties.headed().isEmpty()) asked.put("HEAD", duties.headed());
        if (duties.secretary()) asked.put("SECRETARIAT", List.of(""));
        List<String> each = new ArrayList<>();
        asked.keySet().forEach(waits -> each.add("waits = '" + waits + "' AND who IN (<" + waits + ">)"));
        var query = handle.createQuery("SELECT DISTINCT serial, due_at FROM item_waiting WHERE item LIKE :kind AND ("
                        + String.join(" OR ", each) + ") ORDER BY due_at LIMIT :most")
                .bind("kind", kind.prefix() + "-%")
                .bind("most", most);
        asked.forEach((waits, who) -> query.bindList(waits, Sql.rounded(who)));
        return query.map((row, context) -> Due.row(row)).list().stream()
                .sorted(Due.EARLIEST)
                .toList();
    }

    /** Serials of what somebody has a part in, newest first. */
    List<Long> of(String person, int most) {
        return handle.createQuery("SELECT serial FROM item_person WHERE person = ? AND part = ? AND item LIKE ?"
                        + " ORDER BY serial DESC LIMIT ?")
                .bind(0, person)
                .bind(1, PARTY)
                .bind(2, kind.prefix() + "-%")
                .bind(3, most)
                .mapTo(Long.class)
                .list();
    }
}
