package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.item.ItemNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What is to be sent. A lane is one reader's view of one item; within a lane messages leave in the order in which they were
 * decided, and a message that cannot be delivered holds up its own lane only.
 */
public final class JdbiOutbox {

    private static final String DUE = "o.state = 'WAITING' AND o.not_before <= :now AND (o.lease_until IS NULL OR"
            + " o.lease_until < :real) AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.lane = o.lane AND e.id < o.id AND"
            + " e.state = 'WAITING' AND (e.attempts > 0 OR e.not_before <= :now))";

    private final Handle handle;

    JdbiOutbox(Handle handle) {
        this.handle = handle;
    }

    /** A message and the instant before which it stays here. */
    public record Entry(Outgoing outgoing, Instant notBefore) {}

    public void add(List<Entry> entries, Instant now) {
        PreparedBatch batch = insertion();
        for (Entry entry : entries) {
            Outgoing out = entry.outgoing();
            Optional<String> person =
                    out.to() instanceof Outgoing.ToPerson to ? Optional.of(to.person()) : Optional.empty();
            Optional<Chat> chat = out.to() instanceof Outgoing.ToChat to ? Optional.of(to.chat()) : Optional.empty();
            String lane = out.about().map(ItemNumber::toString).orElse("") + "|"
                    + person.orElseGet(() -> chat.orElseThrow().platform() + "/"
                            + chat.orElseThrow().id());
            batch.add(values(
                    lane,
                    out.about().map(ItemNumber::toString),
                    person,
                    chat.map(Chat::platform),
                    chat.map(Chat::id),
                    chat.map(Chat::kind),
                    chat.map(Chat::name),
                    OutboxBody.kind(out.body()),
                    OutboxBody.text(out.body()),
                    out.urgency(),
                    now,
                    entry.notBefore()));
        }
        if (batch.size() > 0) batch.execute();
    }

    /** Has all cards of these items drawn anew. One waiting refresh of an item serves for all changes before it is sent. */
    public void refresh(Collection<ItemNumber> items, Instant now) {
        PreparedBatch batch = insertion();
        for (ItemNumber item : items) {
            batch.add(values(
                    item + "|cards",
                    item.toString(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    OutboxBody.REFRESH,
                    "",
                    Outgoing.Urgency.ANSWER,
                    now,
                    now));
        }
        if (batch.size() > 0) batch.execute();
    }

    private PreparedBatch insertion() {
        return handle.prepareBatch("""
                INSERT INTO outbox (lane, item, person, platform, chat_id, chat_kind, chat_name, kind, body, urgency, state, created_at,
                  not_before, attempts) VALUES (?,?,?,?,?,?,?,?,?,?,'WAITING',?,?,0)""");
    }

    /**
     * Takes what is due for sending; urgent first. Nobody else sends it until the lease ends.
     *
     * @param now  by the company's clock, which the sandbox can move
     * @param real by the machine's clock, which leases run by
     */
    public List<OutboxRow> claim(String owner, Instant now, Instant real, Instant leaseUntil, int most) {
        List<OutboxRow> due = handle.createQuery("SELECT o.* FROM outbox o WHERE " + DUE
                        + " ORDER BY CASE o.urgency WHEN 'ANSWER' THEN 0 WHEN 'URGENT' THEN 1 WHEN 'NORMAL' THEN 2 ELSE 3 END,"
                        + " o.id LIMIT :most")
                .bind("now", Sql.utc(now))
                .bind("real", Sql.utc(real))
                .bind("most", most)
                .map((row, context) -> row(row))
                .list();
        if (due.isEmpty()) return due;
        PreparedBatch batch = handle.prepareBatch("UPDATE outbox SET lease_owner = ?, lease_until = ? WHERE id = ?"
                + " AND state = 'WAITING' AND (lease_until IS NULL OR lease_until < ?)");
        due.forEach(row -> batch.add(values(owner, leaseUntil, row.id(), real)));
        int[] taken = batch.execute();
        List<OutboxRow> claimed = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) if (taken[i] == 1) claimed.add(due.get(i));
        return claimed;
    }

    /** The other low messages for the same person that are due; they leave together as one digest. */
    public List<OutboxRow> digestOf(String person, Instant now) {
        return handle.createQuery("SELECT o.* FROM outbox o WHERE o.person = :person AND o.urgency = 'LOW'"
                        + " AND o.state = 'WAITING' AND o.not_before <= :now ORDER BY o.id")
                .bind("person", person)
                .bind("now", Sql.utc(now))
                .map((row, context) -> row(row))
                .list();
    }

    public void sent(Collection<Long> ids, Instant now) {
        PreparedBatch batch = handle.prepareBatch(
                "UPDATE outbox SET state = 'SENT', sent_at = ?, lease_owner = NULL, lease_until = NULL WHERE id = ?");
        ids.forEach(id -> batch.add(values(now, id)));
        batch.execute();
    }

    /** Not sent, and not worth sending any more. */
    public void dropped(long id, String why) {
        end(id, "DROPPED", why);
    }

    /** A dead letter: given up after all attempts, or refused for good. */
    public void dead(long id, String why) {
        end(id, "DEAD", why);
    }

    private void end(long id, String state, String why) {
        handle.execute(
                "UPDATE outbox SET state = ?, last_error = ?, lease_owner = NULL, lease_until = NULL WHERE id = ?",
                state,
                shortened(why),
                id);
    }

    /** To be tried again. */
    public void again(long id, Instant notBefore, String why) {
        handle.execute(
                "UPDATE outbox SET attempts = attempts + 1, not_before = ?, last_error = ?, lease_owner = NULL,"
                        + " lease_until = NULL WHERE id = ?",
                Sql.utc(notBefore),
                shortened(why),
                id);
    }

    /** Given back untouched, because its target takes no more at the moment. */
    public void later(long id, Instant notBefore) {
        handle.execute(
                "UPDATE outbox SET not_before = ?, lease_owner = NULL, lease_until = NULL WHERE id = ?",
                Sql.utc(notBefore),
                id);
    }

    private static String shortened(String why) {
        return why.length() <= 500 ? why : why.substring(0, 500);
    }

    /** When the next message that is held becomes due, after an instant; empty when nothing waits beyond it. */
    public Optional<Instant> nextDue(Instant after) {
        return handle.createQuery(
                        "SELECT MIN(not_before) AS next_at FROM outbox WHERE state = 'WAITING' AND not_before > ?")
                .bind(0, Sql.utc(after))
                .map((row, context) -> Sql.optionalInstant(row, "next_at"))
                .one();
    }

    /** How many messages are in each state. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        handle.createQuery("SELECT state, COUNT(*) AS n FROM outbox GROUP BY state ORDER BY state")
                .map((row, context) -> counts.put(row.getString("state"), row.getLong("n")))
                .list();
        return counts;
    }

    /** For people to look at: the newest messages with their fate. */
    public record Line(
            long id,
            String item,
            String to,
            String kind,
            String urgency,
            String state,
            Instant notBefore,
            int attempts,
            String error) {}

    public List<Line> newest(int most) {
        return handle.createQuery("SELECT * FROM outbox ORDER BY id DESC LIMIT ?")
                .bind(0, most)
                .map((row, context) -> new Line(
                        row.getLong("id"),
                        Sql.optional(row, "item").orElse(""),
                        Sql.optional(row, "person").or(() -> optionalChat(row)).orElse(""),
                        row.getString("kind"),
                        row.getString("urgency"),
                        row.getString("state"),
                        Sql.instant(row, "not_before"),
                        row.getInt("attempts"),
                        Sql.optional(row, "last_error").orElse("")))
                .list();
    }

    private static Optional<String> optionalChat(ResultSet row) {
        try {
            return Sql.optional(row, "chat_id");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Forgets what was sent or dropped long ago; dead letters stay. */
    public int forgetBefore(Instant time) {
        return handle.execute("DELETE FROM outbox WHERE state IN ('SENT','DROPPED') AND created_at < ?", Sql.utc(time));
    }

    private static OutboxRow row(ResultSet row) throws SQLException {
        Optional<ItemNumber> item = Sql.optional(row, "item").flatMap(ItemNumber::read);
        String kind = row.getString("kind");
        Optional<Outgoing> outgoing = kind.equals(OutboxBody.REFRESH)
                ? Optional.empty()
                : Optional.of(new Outgoing(
                        address(row),
                        OutboxBody.read(kind, row.getString("body")),
                        Outgoing.Urgency.valueOf(row.getString("urgency")),
                        item));
        return new OutboxRow(
                row.getLong("id"),
                item,
                outgoing,
                row.getInt("attempts"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "not_before"));
    }

    private static Outgoing.Address address(ResultSet row) throws SQLException {
        Optional<String> person = Sql.optional(row, "person");
        if (person.isPresent()) return new Outgoing.ToPerson(person.get());
        return new Outgoing.ToChat(new Chat(
                row.getString("platform"),
                row.getString("chat_id"),
                Chat.Kind.valueOf(row.getString("chat_kind")),
                row.getString("chat_name")));
    }
}
