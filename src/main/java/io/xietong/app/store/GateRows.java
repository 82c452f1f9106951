package io.xietong.app.store;

import io.xietong.core.chat.Chat;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.gate.Answer;
import io.xietong.core.gate.Checkpoint;
import io.xietong.core.gate.Condition;
import io.xietong.core.gate.Gate;
import io.xietong.core.gate.Lock;
import io.xietong.core.gate.Release;
import io.xietong.core.gate.State;
import io.xietong.core.gate.Verdict;
import io.xietong.core.item.Actor;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Puts a gate together from its row and the rows that belong to it. */
record GateRows(
        Map<Long, List<String>> departments,
        Map<Long, List<Answer>> answers,
        Map<Long, List<Lock>> locks,
        Map<String, Set<String>> watchers,
        Map<String, List<Deadline>> deadlines) {

    static Map<Long, List<String>> departments(Handle handle, Collection<Long> serials) {
        return ChildRows.of(handle, "gate_department", "position", serials, row -> row.getString("department"));
    }

    private record Asked(String department, Condition condition) {}

    static Map<Long, List<Answer>> answers(Handle handle, Collection<Long> serials) {
        Map<Long, List<Asked>> asked = ChildRows.of(handle, "gate_condition", "position", serials, GateRows::condition);
        return ChildRows.of(
                handle,
                "gate_answer",
                "position",
                serials,
                row -> answer(row, asked.getOrDefault(row.getLong("serial"), List.of())));
    }

    private static Asked condition(ResultSet row) throws SQLException {
        Condition condition = new Condition(
                row.getString("what"),
                Sql.optional(row, "owner"),
                Sql.optional(row, "owner_department"),
                Sql.optionalDate(row, "due"));
        return new Asked(row.getString("department"), condition);
    }

    private static Answer answer(ResultSet row, List<Asked> asked) throws SQLException {
        String department = row.getString("department");
        return new Answer(
                department,
                Verdict.valueOf(row.getString("verdict")),
                row.getString("reason"),
                asked.stream()
                        .filter(one -> one.department().equals(department))
                        .map(Asked::condition)
                        .toList(),
                new Actor(Sql.optional(row, "given_by"), Sql.optional(row, "in_name_of")),
                Sql.instant(row, "given_at"),
                row.getBoolean("as_head"));
    }

    static Map<Long, List<Lock>> locks(Handle handle, Collection<Long> serials) {
        return ChildRows.of(
                handle,
                "gate_lock",
                "position",
                serials,
                row -> new Lock(ItemNumber.read(row.getString("item")).orElseThrow(), row.getString("what")));
    }

    Stored<Gate> gate(ResultSet row) throws SQLException {
        long serial = row.getLong("serial");
        ItemNumber number = new ItemNumber(ItemKind.GATE, serial);
        Gate gate = new Gate(
                number,
                row.getLong("version"),
                State.valueOf(row.getString("state")),
                new Checkpoint(
                        ItemNumber.read(row.getString("project")).orElseThrow(),
                        row.getInt("milestone"),
                        row.getString("stage"),
                        row.getString("lead_person"),
                        row.getString("lead_department"),
                        departments.getOrDefault(serial, List.of())),
                new Chat(
                        row.getString("chat_platform"),
                        row.getString("chat_id"),
                        Chat.Kind.valueOf(row.getString("chat_kind")),
                        row.getString("chat_name")),
                row.getString("called_by"),
                Sql.instant(row, "called_at"),
                row.getInt("review_round"),
                row.getString("changed"),
                answers.getOrDefault(serial, List.of()),
                locks.getOrDefault(serial, List.of()),
                release(row),
                watchers.getOrDefault(number.toString(), Set.of()),
                deadlines.getOrDefault(number.toString(), List.of()));
        return new Stored<>(gate, row.getLong("trail_entries"), row.getString("trail_hash"));
    }

    private static Optional<Release> release(ResultSet row) throws SQLException {
        if (row.getString("released_for") == null) return Optional.empty();
        Actor by = new Actor(Sql.optional(row, "released_by"), Sql.optional(row, "released_in_name_of"));
        return Optional.of(new Release(row.getString("released_for"), by, Sql.instant(row, "released_at")));
    }
}
