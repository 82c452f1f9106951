package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.core.gate.Answer;
import io.xietong.core.gate.Condition;
import io.xietong.core.gate.Gate;
import io.xietong.core.gate.Lock;
import io.xietong.core.gate.Release;
import io.xietong.core.gate.State;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Joint gates with the departments' answers, conditions, locks and clocks. */
public final class JdbiGates extends ItemTable<Gate> {

    private static final List<State> OPEN =
            Arrays.stream(State.values()).filter(State::isOpen).toList();

    private final ItemPeople people;

    JdbiGates(Handle handle, Memory memory) {
        super(handle, memory, ItemKind.GATE, "gate", OPEN);
        this.people = new ItemPeople(handle, ItemKind.GATE);
    }

    @Override
    public List<Stored<Gate>> find(Collection<Long> serials) {
        if (serials.isEmpty()) return List.of();
        List<String> items = items(serials);
        GateRows rows = new GateRows(
                GateRows.departments(handle, serials),
                GateRows.answers(handle, serials),
                GateRows.locks(handle, serials),
                people.watchers(items),
                deadlines.of(items));
        return handle.createQuery("SELECT * FROM gate WHERE serial IN (<serials>) ORDER BY serial")
                .bindList("serials", Sql.rounded(serials))
                .map((row, context) -> rows.gate(row))
                .list();
    }

    /** Every gate of a project, in the order in which they were called. */
    public List<ItemNumber> ofProject(ItemNumber project) {
        return handle.createQuery("SELECT serial FROM gate WHERE project = ? ORDER BY serial")
                .bind(0, project.toString())
                .mapTo(Long.class)
                .map(serial -> new ItemNumber(ItemKind.GATE, serial))
                .list();
    }

    /** The open gate of a project's milestone, if there is one. */
    public Optional<ItemNumber> openAt(ItemNumber project, int milestone) {
        return handle.createQuery("SELECT serial FROM gate WHERE project = :project AND milestone = :milestone"
                        + " AND state IN (<open>) ORDER BY serial LIMIT 1")
                .bind("project", project.toString())
                .bind("milestone", milestone)
                .bindList("open", OPEN.stream().map(State::name).toList())
                .mapTo(Long.class)
                .findOne()
                .map(serial -> new ItemNumber(ItemKind.GATE, serial));
    }

    /** Serials of the open gates that an action item locks. */
    public List<Long> lockedBy(ItemNumber item) {
        return handle.createQuery(
                        "SELECT DISTINCT gate.serial FROM gate JOIN gate_lock ON gate_lock.serial = gate.serial"
                                + " WHERE gate_lock.item = :item AND gate.state IN (<open>) ORDER BY gate.serial")
                .bind("item", item.toString())
                .bindList("open", OPEN.stream().map(State::name).toList())
                .mapTo(Long.class)
                .list();
    }

    @Override
    void insert(Stored<Gate> stored) {
        Gate gate = stored.item();
        handle.execute(
                """
                INSERT INTO gate (serial, version, state, project, milestone, stage, lead_person, lead_department,
                  chat_platform, chat_id, chat_kind, chat_name, called_by, called_at, review_round, changed, trail_entries,
                  trail_hash)
                VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""",
                values(
                        gate.number().serial(),
                        gate.version(),
                        gate.state(),
                        gate.at().project().toString(),
                        gate.at().ordinal(),
                        gate.at().stage(),
                        gate.at().lead(),
                        gate.at().leading(),
                        gate.chat().platform(),
                        gate.chat().id(),
                        gate.chat().kind(),
                        gate.chat().name(),
                        gate.calledBy(),
                        gate.calledAt(),
                        gate.round(),
                        gate.changed(),
                        stored.entries(),
                        stored.hash()));
    }

    @Override
    void update(List<Change<Gate>> changes) {
        Batch batch = new Batch(handle, """
                UPDATE gate SET version=?, state=?, lead_person=?, review_round=?, changed=?, released_for=?,
                  released_by=?, released_in_name_of=?, released_at=?, trail_entries=?, trail_hash=?
                WHERE serial=? AND version=?""");
        for (Change<Gate> change : changes) {
            Gate after = change.item();
            Optional<Release> release = after.release();
            batch.add(
                    after.version(),
                    after.state(),
                    after.at().lead(),
                    after.round(),
                    after.changed(),
                    release.map(Release::reason),
                    release.flatMap(made -> made.by().person()),
                    release.flatMap(made -> made.by().inNameOf()),
                    release.map(Release::at),
                    change.after().entries(),
                    change.after().hash(),
                    after.number().serial(),
                    change.before().orElseThrow().item().version());
        }
        guarded(batch, changes);
    }

    @Override
    void saveChildren(Change<Gate> change) {
        Gate after = change.item();
        Optional<Gate> before = change.earlier();
        List<String> departments = before.map(gate -> gate.at().departments()).orElse(List.of());
        if (!departments.equals(after.at().departments())) saveDepartments(after);
        if (!before.map(Gate::answers).orElse(List.of()).equals(after.answers())) saveAnswers(after);
        if (!before.map(Gate::locks).orElse(List.of()).equals(after.locks())) saveLocks(after);
        people.save(change);
    }

    private void saveDepartments(Gate gate) {
        Batch batch = replacing(
                "gate_department", gate, "INSERT INTO gate_department (serial, position, department) VALUES (?,?,?)");
        int position = 0;
        for (String department : gate.at().departments())
            batch.add(gate.number().serial(), position++, department);
        batch.execute();
    }

    private void saveAnswers(Gate gate) {
        Batch batch = replacing(
                "gate_answer",
                gate,
                "INSERT INTO gate_answer (serial, position, department, verdict, reason, given_by, in_name_of, given_at,"
                        + " as_head) VALUES (?,?,?,?,?,?,?,?,?)");
        Batch conditions = replacing(
                "gate_condition",
                gate,
                "INSERT INTO gate_condition (serial, position, department, what, owner, owner_department, due)"
                        + " VALUES (?,?,?,?,?,?,?)");
        long serial = gate.number().serial();
        int position = 0;
        int asked = 0;
        for (Answer answer : gate.answers()) {
            batch.add(
                    serial,
                    position++,
                    answer.department(),
                    answer.verdict(),
                    answer.reason(),
                    answer.by().person(),
                    answer.by().inNameOf(),
                    answer.at(),
                    answer.asHead());
            for (Condition condition : answer.conditions())
                conditions.add(
                        serial,
                        asked++,
                        answer.department(),
                        condition.what(),
                        condition.owner(),
                        condition.department(),
                        condition.due());
        }
        batch.execute();
        conditions.execute();
    }

    private void saveLocks(Gate gate) {
        Batch batch =
                replacing("gate_lock", gate, "INSERT INTO gate_lock (serial, position, item, what) VALUES (?,?,?,?)");
        int position = 0;
        for (Lock lock : gate.locks())
            batch.add(gate.number().serial(), position++, lock.item().toString(), lock.what());
        batch.execute();
    }

    /** Rows in the place of those that a table has of a gate. */
    private Batch replacing(String table, Gate gate, String insert) {
        handle.execute("DELETE FROM " + table + " WHERE serial=?", gate.number().serial());
        return new Batch(handle, insert);
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
