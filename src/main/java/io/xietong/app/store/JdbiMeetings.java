package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.core.action.Order;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.meeting.AgendaItem;
import io.xietong.core.meeting.Invitee;
import io.xietong.core.meeting.Meeting;
import io.xietong.core.meeting.Minutes;
import io.xietong.core.meeting.Origin;
import io.xietong.core.meeting.State;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Meetings with those invited, topics, minutes and clocks. */
public final class JdbiMeetings extends ItemTable<Meeting> {

    private static final List<State> OPEN =
            Arrays.stream(State.values()).filter(State::isOpen).toList();

    private final ItemPeople people;

    JdbiMeetings(Handle handle, Memory memory) {
        super(handle, memory, ItemKind.MEETING, "meeting", OPEN);
        this.people = new ItemPeople(handle, ItemKind.MEETING);
    }

    @Override
    public List<Stored<Meeting>> find(Collection<Long> serials) {
        if (serials.isEmpty()) return List.of();
        List<String> items = items(serials);
        MeetingRows rows = MeetingRows.read(handle, serials, people.watchers(items), deadlines.of(items));
        return handle.createQuery("SELECT * FROM meeting WHERE serial IN (<serials>) ORDER BY serial")
                .bindList("serials", Sql.rounded(serials))
                .map((row, context) -> rows.meeting(row))
                .list();
    }

    /** Serials of the meetings of an item's series, and of those whose subject names the item. */
    public List<Long> about(ItemNumber item) {
        return handle.createQuery("SELECT serial FROM meeting WHERE series_owner = :item OR subject LIKE :named"
                        + " ORDER BY serial")
                .bind("item", item.toString())
                .bind("named", "%" + item + "%")
                .mapTo(Long.class)
                .list();
    }

    /** Serials of the meetings to come that an item has of its own. */
    public List<Long> toComeOf(ItemNumber owner) {
        return handle.createQuery("SELECT serial FROM meeting WHERE series_owner = ? AND state = ? ORDER BY serial")
                .bind(0, owner.toString())
                .bind(1, State.CALLED.name())
                .mapTo(Long.class)
                .list();
    }

    /** Serials of a series' meetings, newest first. */
    public List<Long> ofSeries(Origin origin, int most) {
        return handle.createQuery(
                        "SELECT serial FROM meeting WHERE series_key = ? ORDER BY planned_on DESC, serial DESC LIMIT ?")
                .bind(0, key(origin))
                .bind(1, most)
                .mapTo(Long.class)
                .list();
    }

    /** Serials of what somebody has a part in and is not closed, the next first. */
    public List<Long> openOf(String person, int most) {
        return handle.createQuery("""
                        SELECT m.serial FROM item_person p JOIN meeting m ON m.serial = p.serial
                        WHERE p.person = :person AND p.part = 'PARTY' AND p.item LIKE 'HY-%' AND m.state IN (<open>)
                        ORDER BY m.starts_at, m.serial LIMIT :most""")
                .bind("person", person)
                .bindList("open", OPEN.stream().map(State::name).toList())
                .bind("most", most)
                .mapTo(Long.class)
                .list();
    }

    /** Serials of what somebody is invited to or comes to in another's place, from a time on, the next first. */
    public List<Long> ahead(String person, Instant from, int most) {
        return handle.createQuery("""
                        SELECT m.serial FROM meeting m JOIN item_person p ON p.serial = m.serial AND p.item LIKE 'HY-%'
                        WHERE p.person = ? AND p.part = 'PARTY' AND m.starts_at >= ? ORDER BY m.starts_at, m.serial LIMIT ?""")
                .bind(0, person)
                .bind(1, Sql.utc(from))
                .bind(2, most)
                .mapTo(Long.class)
                .list();
    }

    /** Serials of those that begin in a stretch of time, the first first. @param to not included */
    public List<Long> between(Instant from, Instant to, int most) {
        return handle.createQuery("SELECT serial FROM meeting WHERE starts_at >= ? AND starts_at < ?"
                        + " ORDER BY starts_at, serial LIMIT ?")
                .bind(0, Sql.utc(from))
                .bind(1, Sql.utc(to))
                .bind(2, most)
                .mapTo(Long.class)
                .list();
    }

    private static String key(Origin origin) {
        return origin.owner().map(number -> number + "/").orElse("") + origin.series();
    }

    @Override
    void insert(Stored<Meeting> stored) {
        Meeting meeting = stored.item();
        handle.execute(
                """
                INSERT INTO meeting (serial, version, state, subject, starts_at, minutes_long, place, series, planned_on,
                  series_owner, series_key, host, organiser, called_at, revision, trail_entries, trail_hash)
                VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""",
                values(
                        meeting.number().serial(),
                        meeting.version(),
                        meeting.state(),
                        meeting.subject(),
                        meeting.slot().startsAt(),
                        meeting.slot().length().toMinutes(),
                        meeting.slot().place(),
                        meeting.origin().map(Origin::series),
                        meeting.origin().map(Origin::plannedOn),
                        meeting.origin().flatMap(Origin::owner).map(ItemNumber::toString),
                        meeting.origin().map(JdbiMeetings::key),
                        meeting.host(),
                        meeting.organiser(),
                        meeting.calledAt(),
                        0,
                        stored.entries(),
                        stored.hash()));
    }

    @Override
    void update(List<Change<Meeting>> changes) {
        Batch batch = new Batch(handle, """
                UPDATE meeting SET version=?, state=?, starts_at=?, minutes_long=?, place=?, revision=?, decisions=?,
                  minuted_by=?, distributed_at=?, trail_entries=?, trail_hash=?
                WHERE serial=? AND version=?""");
        for (Change<Meeting> change : changes) {
            Meeting after = change.item();
            batch.add(
                    after.version(),
                    after.state(),
                    after.slot().startsAt(),
                    after.slot().length().toMinutes(),
                    after.slot().place(),
                    after.minutes().map(Minutes::revision).orElse(0),
                    after.minutes().map(Minutes::decisions),
                    after.minutes().map(Minutes::by),
                    after.minutes().flatMap(Minutes::distributedAt),
                    change.after().entries(),
                    change.after().hash(),
                    after.number().serial(),
                    change.before().orElseThrow().item().version());
        }
        guarded(batch, changes);
    }

    @Override
    void saveChildren(Change<Meeting> change) {
        rows(
                change,
                "meeting_invitee (serial, position, person, reply, stand_in, reason, present, confirmed)",
                Meeting::invitees,
                JdbiMeetings::row);
        rows(change, "meeting_topic (serial, position, topic, proposer, about)", Meeting::agenda, JdbiMeetings::row);
        rows(
                change,
                "meeting_order (serial, position, owner, what, due)",
                meeting -> meeting.minutes().map(Minutes::orders).orElse(List.of()),
                JdbiMeetings::row);
        rows(
                change,
                "meeting_objection (serial, position, revision, person, objection)",
                meeting -> meeting.minutes().map(Minutes::objections).orElse(List.of()),
                JdbiMeetings::row);
        people.save(change);
    }

    /** Writes a list anew when it changed. @param table its name and columns; the first two tell the meeting and the place */
    private <T> void rows(
            Change<Meeting> change, String table, Function<Meeting, List<T>> list, Function<T, Object[]> row) {
        List<T> before = change.earlier().map(list).orElse(List.of());
        List<T> after = list.apply(change.item());
        if (before.equals(after)) return;
        long serial = change.item().number().serial();
        if (!before.isEmpty())
            handle.execute("DELETE FROM " + table.substring(0, table.indexOf(' ')) + " WHERE serial=?", serial);
        int columns = table.split(",").length;
        Batch batch = new Batch(handle, "INSERT INTO " + table + " VALUES (?" + ",?".repeat(columns - 1) + ")");
        for (int place = 0; place < after.size(); place++) {
            Object[] own = row.apply(after.get(place));
            Object[] full = new Object[columns];
            full[0] = serial;
            full[1] = place;
            System.arraycopy(own, 0, full, 2, own.length);
            batch.add(full);
        }
        batch.execute();
    }

    private static Object[] row(Invitee one) {
        return new Object[] {one.person(), one.reply(), one.standIn(), one.reason(), one.present(), one.confirmed()};
    }

    private static Object[] row(AgendaItem topic) {
        return new Object[] {topic.text(), topic.by(), topic.about().map(ItemNumber::toString)};
    }

    private static Object[] row(Order order) {
        return new Object[] {order.owner(), order.what(), order.due()};
    }

    private static Object[] row(Minutes.Objection objection) {
        return new Object[] {objection.revision(), objection.person(), objection.text()};
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
