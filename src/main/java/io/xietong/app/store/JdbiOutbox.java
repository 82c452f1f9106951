package io.xietong.app.store;

import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.item.ItemNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What is to be sent. A lane is one reader's view of one item, or one reader's digest; within a lane messages leave in the
 * order in which they were decided, and a message that cannot be delivered holds up its own lane only. What quiet hours hold
 * holds up nothing.
 */
public final class JdbiOutbox {

    /** Of the rows {@code o}: no earlier one of the lane waits, except one held until after the instant to be bound. */
    static final String HEAD_OF_LANE = " AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.lane = o.lane"
            + " AND e.state = 'WAITING' AND e.id < o.id AND e.not_before <= ?)";

    private final Handle handle;
    private final Serials serials;

    JdbiOutbox(Handle handle, Serials serials) {
        this.handle = handle;
        this.serials = serials;
    }

    /** A message and the instant before which it stays here. */
    public record Entry(Outgoing outgoing, Instant notBefore) {}

    public void add(List<Entry> entries, Instant now) {
        Batch batch = insertion();
        for (Entry entry : entries) {
            Outgoing out = entry.outgoing();
            Optional<String> person =
                    out.to() instanceof Outgoing.ToPerson to ? Optional.of(to.person()) : Optional.empty();
            Optional<Chat> chat = out.to() instanceof Outgoing.ToChat to ? Optional.of(to.chat()) : Optional.empty();
            batch.add(
                    serials.next("outbox", "id", handle),
                    lane(out, person, chat),
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
                    entry.notBefore(),
                    entry.notBefore());
        }
        batch.execute();
    }

    /** Low news of one person share a lane whatever they are about, because they leave together. */
    private static String lane(Outgoing out, Optional<String> person, Optional<Chat> chat) {
        if (out.urgency() == Urgency.LOW && person.isPresent()) return digest(person.get());
        String reader = person.orElseGet(() -> name(chat.orElseThrow()));
        return out.about().map(ItemNumber::toString).orElse("") + "|" + reader;
    }

    private static String digest(String person) {
        return "digest|" + person;
    }

    private static String name(Chat chat) {
        return chat.platform() + "/" + chat.id();
    }

    /** Whether news of an item is on its way to this reader, whether by the chat or by name, alone or in a digest. */
    public boolean isComing(ItemNumber item, Optional<String> person, Chat chat) {
        String toChat = item + "|" + name(chat);
        return handle.createQuery(
                        "SELECT id FROM outbox WHERE lane IN (?, ?, ?) AND state = 'WAITING' AND item = ? LIMIT 1")
                .bind(0, toChat)
                .bind(1, person.map(reader -> item + "|" + reader).orElse(toChat))
                .bind(2, person.map(JdbiOutbox::digest).orElse(toChat))
                .bind(3, item.toString())
                .mapTo(Long.class)
                .findFirst()
                .isPresent();
    }

    /** Has all cards of these items drawn anew. */
    public void refresh(Collection<ItemNumber> items, Instant now) {
        addFor(items, "|cards", OutboxBody.REFRESH, "", now);
    }

    /** Has the cards of an item drawn anew that one reader sees. @param reader all cards when empty */
    public void refresh(ItemNumber item, Optional<String> reader, Instant now) {
        String lane = "|cards" + reader.map(person -> "|" + person).orElse("");
        addFor(List.of(item), lane, OutboxBody.REFRESH, reader.orElse(""), now);
    }

    /** Has the chat groups of these items made, or kept in step with them. */
    public void keepGroups(Collection<ItemNumber> items, Instant now) {
        addFor(items, "|group", OutboxBody.GROUP, "", now);
    }

    /** Has the calendars of the platforms kept in step with these items. */
    public void keepCalendars(Collection<ItemNumber> items, Instant now) {
        addFor(items, "|calendar", OutboxBody.CALENDAR, "", now);
    }

    private void addFor(Collection<ItemNumber> items, String lane, String kind, String body, Instant now) {
        Batch batch = insertion();
        for (ItemNumber item : items) {
            batch.add(
                    serials.next("outbox", "id", handle),
                    item + lane,
                    item.toString(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    kind,
                    body,
                    Urgency.NORMAL,
                    now,
                    now,
                    now);
        }
        batch.execute();
    }

    private Batch insertion() {
        return new Batch(handle, """
                INSERT INTO outbox (id, lane, item, person, platform, chat_id, chat_kind, chat_name, kind, body, urgency, state,
                  created_at, not_before, due_at, attempts) VALUES (?,?,?,?,?,?,?,?,?,?,?,'WAITING',?,?,?,0)""");
    }

    /** Whether any message up to this one could be sent now, or is being sent. */
    public boolean anyDue(long upTo, Instant now) {
        return anyDue(upTo, now, "");
    }

    /**
     * Whether any of them could be sent or is being sent by one node; what others hold it has to leave to them.
     *
     * @param leases what the names of the node's leases begin with
     * @param real   by the clock that leases run by
     */
    public boolean anyDueFor(String leases, long upTo, Instant now, Instant real) {
        return anyDue(
                upTo,
                now,
                " AND (o.lease_owner IS NULL OR o.lease_until < ? OR o.lease_owner LIKE ?)",
                real,
                leases + "%");
    }

    private boolean anyDue(long upTo, Instant now, String free, Object... values) {
        String due =
                "SELECT o.id FROM outbox o WHERE o.state = 'WAITING' AND o.urgency = ? AND o.due_at <= ? AND o.id <= ?"
                        + free + HEAD_OF_LANE + " LIMIT 1";
        return Arrays.stream(Urgency.values())
                .map(urgency -> Stream.of(Stream.of(urgency, now, upTo), Arrays.stream(values), Stream.of(now))
                        .flatMap(part -> part)
                        .toArray())
                .anyMatch(bound -> new Select(handle, due, bound)
                        .first(row -> row.getLong(1))
                        .isPresent());
    }

    /** The newest message's id; 0 when there never was one. */
    public long lastId() {
        return handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM outbox")
                .mapTo(Long.class)
                .one();
    }

    /** When the next message that is held becomes due; empty when none will. */
    public Optional<Instant> nextDue(Instant after) {
        return handle.createQuery("SELECT MIN(due_at) AS next_at FROM outbox WHERE state = 'WAITING' AND due_at > ?")
                .bind(0, Sql.utc(after))
                .map((row, context) -> Sql.optionalInstant(row, "next_at"))
                .one();
    }

    /** How many messages wait, and how many were given up, by state; a state without any is left out. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        handle.createQuery("SELECT state, COUNT(*) AS n FROM outbox WHERE state IN ('WAITING','DEAD') GROUP BY state")
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
            String error) {

        /** Whether it is no message, but calendars that are to be kept in step. */
        public boolean keepsCalendars() {
            return kind.equals(OutboxBody.CALENDAR);
        }
    }

    public List<Line> newest(int most) {
        return handle.createQuery("SELECT * FROM outbox ORDER BY id DESC LIMIT ?")
                .bind(0, most)
                .map((row, context) -> line(row))
                .list();
    }

    /** Those in a state, the newest first. */
    public List<Line> inState(String state, int most) {
        return handle.createQuery("SELECT * FROM outbox WHERE state = ? ORDER BY id DESC LIMIT ?")
                .bind(0, state)
                .bind(1, most)
                .map((row, context) -> line(row))
                .list();
    }

    /** Those that were tried in vain and wait to be tried again, the newest first. */
    public List<Line> failing(int most) {
        return handle.createQuery(
                        "SELECT * FROM outbox WHERE state = 'WAITING' AND attempts > 0 ORDER BY id DESC LIMIT ?")
                .bind(0, most)
                .map((row, context) -> line(row))
                .list();
    }

    /** Has dead letters sent once more. @param id of one; all when empty. @return how many */
    public int resend(Optional<Long> id, Instant now) {
        String all = "UPDATE outbox SET state = 'WAITING', attempts = 0, due_at = ?, not_before = ?, digest = NULL,"
                + " lease_owner = NULL, lease_until = NULL WHERE state = 'DEAD'";
        return id.isPresent()
                ? handle.execute(all + " AND id = ?", Sql.utc(now), Sql.utc(now), id.get())
                : handle.execute(all, Sql.utc(now), Sql.utc(now));
    }

    private static Line line(ResultSet row) throws SQLException {
        Optional<String> chat = Sql.optional(row, "chat_id");
        return new Line(
                row.getLong("id"),
                Sql.optional(row, "item").orElse(""),
                Sql.optional(row, "person").or(() -> chat).orElse(""),
                row.getString("kind"),
                row.getString("urgency"),
                row.getString("state"),
                Sql.instant(row, "due_at"),
                row.getInt("attempts"),
                Sql.optional(row, "last_error").orElse(""));
    }

    /** Sends nothing any more that is due by now; what keeps cards, groups and calendars current stays. @return how many messages */
    int forgetDue(Instant now, String why) {
        return handle.execute(
                "UPDATE outbox SET state = 'DROPPED', last_error = ? WHERE state = 'WAITING' AND due_at <= ?"
                        + " AND kind NOT IN (?, ?, ?)",
                why,
                Sql.utc(now),
                OutboxBody.REFRESH,
                OutboxBody.GROUP,
                OutboxBody.CALENDAR);
    }

    /** Forgets what was sent or dropped long ago; dead letters stay. */
    public int forgetBefore(Instant time) {
        return handle.execute("DELETE FROM outbox WHERE state IN ('SENT','DROPPED') AND created_at < ?", Sql.utc(time));
    }
}
