package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.notice.Notice;
import io.xietong.core.notice.NoticeKind;
import io.xietong.core.notice.State;
import io.xietong.core.people.Audience;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Notices with their audience, receipts and clocks. */
public final class JdbiNotices extends ItemTable<Notice> {

    private static final List<State> OPEN =
            Arrays.stream(State.values()).filter(State::isOpen).toList();

    private final ItemPeople people;
    private final Audiences audiences;

    JdbiNotices(Handle handle, Memory memory) {
        super(handle, memory, ItemKind.NOTICE, "notice", OPEN);
        this.people = new ItemPeople(handle, ItemKind.NOTICE);
        this.audiences = new Audiences(handle);
    }

    /** What a notice is made of besides its own row. */
    private record Rest(
            Map<String, Audience> audiences,
            Map<Long, Map<String, Optional<Instant>>> receipts,
            Map<String, Set<String>> watchers,
            Map<String, List<Deadline>> clocks) {}

    @Override
    public List<Stored<Notice>> find(Collection<Long> serials) {
        if (serials.isEmpty()) return List.of();
        List<String> items = items(serials);
        Rest rest = new Rest(audiences.of(items), receipts(serials), people.watchers(items), deadlines.of(items));
        return handle.createQuery("SELECT * FROM notice WHERE serial IN (<serials>) ORDER BY serial")
                .bindList("serials", Sql.rounded(serials))
                .map((row, context) -> notice(row, rest))
                .list();
    }

    private Map<Long, Map<String, Optional<Instant>>> receipts(Collection<Long> serials) {
        Map<Long, Map<String, Optional<Instant>>> receipts = new HashMap<>();
        handle.createQuery("SELECT * FROM notice_receipt WHERE serial IN (<serials>) ORDER BY serial, position")
                .bindList("serials", Sql.rounded(serials))
                .map((row, context) -> receipts.computeIfAbsent(row.getLong("serial"), serial -> new LinkedHashMap<>())
                        .put(row.getString("person"), Sql.optionalInstant(row, "confirmed_at")))
                .list();
        return receipts;
    }

    private static Stored<Notice> notice(ResultSet row, Rest rest) throws SQLException {
        ItemNumber number = new ItemNumber(ItemKind.NOTICE, row.getLong("serial"));
        Notice notice = new Notice(
                number,
                row.getLong("version"),
                State.valueOf(row.getString("state")),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("body"),
                rest.audiences().getOrDefault(number.toString(), Audience.COMPANY),
                row.getBoolean("must_read"),
                row.getString("author"),
                Sql.optional(row, "in_name_of"),
                Sql.instant(row, "published_at"),
                rest.receipts().getOrDefault(number.serial(), Map.of()),
                rest.watchers().getOrDefault(number.toString(), Set.of()),
                rest.clocks().getOrDefault(number.toString(), List.of()));
        return new Stored<>(notice, row.getLong("trail_entries"), row.getString("trail_hash"));
    }

    @Override
    void insert(Stored<Notice> stored) {
        Notice notice = stored.item();
        handle.execute(
                """
                INSERT INTO notice (serial, version, state, kind, body, to_company, must_read, author, in_name_of,
                  published_at, trail_entries, trail_hash)
                VALUES (?,?,?,?,?,?,?,?,?,?,?,?)""",
                values(
                        notice.number().serial(),
                        notice.version(),
                        notice.state(),
                        notice.kind(),
                        notice.text(),
                        notice.audience().company(),
                        notice.mustRead(),
                        notice.by(),
                        notice.inNameOf(),
                        notice.at(),
                        stored.entries(),
                        stored.hash()));
        audiences.keep(notice.number(), notice.audience());
    }

    @Override
    void update(List<Change<Notice>> changes) {
        Batch batch = new Batch(handle, """
                UPDATE notice SET version=?, state=?, body=?, published_at=?, trail_entries=?, trail_hash=?
                WHERE serial=? AND version=?""");
        for (Change<Notice> change : changes) {
            Notice after = change.item();
            batch.add(
                    after.version(),
                    after.state(),
                    after.text(),
                    after.at(),
                    change.after().entries(),
                    change.after().hash(),
                    after.number().serial(),
                    change.before().orElseThrow().item().version());
        }
        guarded(batch, changes);
    }

    @Override
    void saveChildren(Change<Notice> change) {
        people.save(change);
        Map<String, Optional<Instant>> before =
                change.earlier().map(Notice::receipts).orElse(Map.of());
        Notice after = change.item();
        if (before.keySet().equals(after.receipts().keySet())) confirm(after, before);
        else ask(after);
    }

    private void ask(Notice notice) {
        long serial = notice.number().serial();
        handle.execute("DELETE FROM notice_receipt WHERE serial = ?", serial);
        Batch batch = new Batch(
                handle, "INSERT INTO notice_receipt (serial, position, person, confirmed_at) VALUES (?,?,?,?)");
        notice.receipts().forEach((person, at) -> batch.add(serial, batch.size(), person, at));
        batch.execute();
    }

    /** Writes only the receipts that changed: each reader's press must cost the same, however many readers there are. */
    private void confirm(Notice notice, Map<String, Optional<Instant>> before) {
        notice.receipts().forEach((person, at) -> {
            if (!at.equals(before.get(person)))
                handle.execute(
                        "UPDATE notice_receipt SET confirmed_at = ? WHERE serial = ? AND person = ?",
                        values(at, notice.number().serial(), person));
        });
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
