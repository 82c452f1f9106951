package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.sandbox.SandboxLog;
import io.xietong.sandbox.SandboxMessage;
import io.xietong.sandbox.SandboxPress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * The sandbox's conversations in the application's database. Each call is a transaction of its own; every change takes the lock
 * of one counter row first, so that change numbers become visible in their order. Thread-safe.
 */
public final class JdbiSandboxLog implements SandboxLog {

    private final Jdbi jdbi;
    private final Lock changes;

    public JdbiSandboxLog(Database database) {
        this.jdbi = Jdbi.create(database::connection);
        this.changes = database.changes();
    }

    private <T> T changed(HandleCallback<T, RuntimeException> change) {
        changes.lock();
        try {
            return jdbi.inTransaction(change);
        } finally {
            changes.unlock();
        }
    }

    @Override
    public SandboxMessage append(Draft draft) {
        return changed(handle -> {
            long change = nextChange(handle);
            Optional<SandboxMessage> first = draft.key().flatMap(key -> one(handle, "delivery_key = ?", key));
            if (first.isPresent()) return first.get();
            handle.execute(
                    "INSERT INTO sandbox_message (change_no, delivery_key, chat, sender, said_at, text_said, card, earlier,"
                            + " updated) VALUES (?,?,?,?,?,?,?,?,?)",
                    values(
                            change,
                            draft.key(),
                            draft.chat(),
                            draft.from(),
                            draft.at(),
                            draft.text(),
                            draft.card().map(JsonNode::toString),
                            "[]",
                            false));
            return one(handle, "change_no = ?", change).orElseThrow();
        });
    }

    @Override
    public boolean update(String id, Optional<String> text, Optional<JsonNode> card) {
        return changed(handle -> {
            long change = nextChange(handle);
            Optional<SandboxMessage> before = find(handle, id);
            before.ifPresent(message -> handle.execute(
                    "UPDATE sandbox_message SET change_no = ?, text_said = ?, card = ?, earlier = ?, updated = ?"
                            + " WHERE seq = ?",
                    values(
                            change,
                            text,
                            card.map(JsonNode::toString),
                            Json.write(message.presses()),
                            true,
                            message.seq())));
            return before.isPresent();
        });
    }

    private static long nextChange(Handle handle) {
        handle.execute("UPDATE sandbox_change SET last_no = last_no + 1 WHERE id = 1");
        return lastChange(handle);
    }

    private static long lastChange(Handle handle) {
        return handle.createQuery("SELECT last_no FROM sandbox_change WHERE id = 1")
                .mapTo(Long.class)
                .one();
    }

    @Override
    public Optional<SandboxMessage> find(String id) {
        return jdbi.withHandle(handle -> find(handle, id));
    }

    private static Optional<SandboxMessage> find(Handle handle, String id) {
        return SandboxMessage.seqOf(id).flatMap(seq -> one(handle, "seq = ?", seq));
    }

    private static Optional<SandboxMessage> one(Handle handle, String condition, Object value) {
        return handle.createQuery("SELECT * FROM sandbox_message WHERE " + condition)
                .bind(0, value)
                .map((row, context) -> message(row))
                .findOne();
    }

    @Override
    public List<SandboxMessage> after(String chat, long seq, int most) {
        return list("SELECT * FROM sandbox_message WHERE chat = ? AND seq > ? ORDER BY seq LIMIT ?", chat, seq, most);
    }

    @Override
    public List<SandboxMessage> newest(String chat, int most) {
        List<SandboxMessage> newest =
                list("SELECT * FROM sandbox_message WHERE chat = ? ORDER BY seq DESC LIMIT ?", chat, most);
        Collections.reverse(newest);
        return newest;
    }

    @Override
    public List<SandboxMessage> changedSince(String chat, long change, int most) {
        return list(
                "SELECT * FROM sandbox_message WHERE chat = ? AND change_no > ? ORDER BY change_no LIMIT ?",
                chat,
                change,
                most);
    }

    private List<SandboxMessage> list(String sql, Object... bound) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql);
            for (int i = 0; i < bound.length; i++) query.bind(i, bound[i]);
            return query.map((row, context) -> message(row)).list();
        });
    }

    @Override
    public List<String> chatsChangedSince(long change) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT DISTINCT chat FROM sandbox_message WHERE change_no > ?")
                        .bind(0, change)
                        .mapTo(String.class)
                        .list());
    }

    @Override
    public long lastChange() {
        return jdbi.withHandle(JdbiSandboxLog::lastChange);
    }

    @Override
    public Map<String, Integer> unread(String person, Collection<String> chats) {
        if (chats.isEmpty()) return Map.of();
        Map<String, Integer> unread = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT m.chat AS chat, COUNT(*) AS n FROM sandbox_message m"
                        + " LEFT JOIN sandbox_read r ON r.person = :person AND r.chat = m.chat"
                        + " WHERE m.chat IN (<chats>) AND m.sender <> :person AND m.seq > COALESCE(r.seq, 0)"
                        + " GROUP BY m.chat")
                .bindList("chats", Sql.rounded(chats))
                .bind("person", person)
                .map((row, context) -> unread.put(row.getString("chat"), row.getInt("n")))
                .list());
        return unread;
    }

    @Override
    public void markRead(String person, String chat, long seq) {
        changed(handle -> {
            Optional<Long> known = readUpTo(handle, person, chat);
            if (known.isPresent() && known.get() >= seq) return known;
            nextChange(handle);
            if (readUpTo(handle, person, chat).isEmpty()) {
                handle.execute("INSERT INTO sandbox_read (person, chat, seq) VALUES (?,?,?)", person, chat, seq);
            } else {
                handle.execute(
                        "UPDATE sandbox_read SET seq = ? WHERE person = ? AND chat = ? AND seq < ?",
                        seq,
                        person,
                        chat,
                        seq);
            }
            return known;
        });
    }

    private static Optional<Long> readUpTo(Handle handle, String person, String chat) {
        return handle.createQuery("SELECT seq FROM sandbox_read WHERE person = ? AND chat = ?")
                .bind(0, person)
                .bind(1, chat)
                .mapTo(Long.class)
                .findOne();
    }

    private static SandboxMessage message(ResultSet row) throws SQLException {
        return new SandboxMessage(
                row.getLong("seq"),
                row.getLong("change_no"),
                row.getString("chat"),
                row.getString("sender"),
                Sql.instant(row, "said_at"),
                Sql.optional(row, "text_said"),
                Sql.optional(row, "card").map(json -> Json.read(json, JsonNode.class)),
                List.of(Json.read(row.getString("earlier"), SandboxPress[].class)),
                row.getBoolean("updated"));
    }
}
