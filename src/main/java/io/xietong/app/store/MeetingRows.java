package io.xietong.app.store;

import io.xietong.core.action.Order;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.meeting.AgendaItem;
import io.xietong.core.meeting.Invitee;
import io.xietong.core.meeting.Meeting;
import io.xietong.core.meeting.Minutes;
import io.xietong.core.meeting.Origin;
import io.xietong.core.meeting.Reply;
import io.xietong.core.meeting.Slot;
import io.xietong.core.meeting.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Puts a meeting together from its row and the rows that belong to it. */
record MeetingRows(
        Map<Long, List<Invitee>> invitees,
        Map<Long, List<AgendaItem>> topics,
        Map<Long, List<Order>> orders,
        Map<Long, List<Minutes.Objection>> objections,
        Map<String, Set<String>> watchers,
        Map<String, List<Deadline>> deadlines) {

    static MeetingRows read(
            Handle handle,
            Collection<Long> serials,
            Map<String, Set<String>> watchers,
            Map<String, List<Deadline>> deadlines) {
        return new MeetingRows(
                lists(
                        handle,
                        "meeting_invitee",
                        serials,
                        (row, context) -> new Invitee(
                                row.getString("person"),
                                Reply.valueOf(row.getString("reply")),
                                Sql.optional(row, "stand_in"),
                                row.getString("reason"),
                                row.getBoolean("present"),
                                row.getInt("confirmed"))),
                lists(
                        handle,
                        "meeting_topic",
                        serials,
                        (row, context) -> new AgendaItem(
                                row.getString("topic"),
                                Sql.optional(row, "proposer"),
                                Sql.optional(row, "about").flatMap(ItemNumber::read))),
                lists(
                        handle,
                        "meeting_order",
                        serials,
                        (row, context) -> new Order(
                                row.getString("owner"), row.getString("what"), row.getObject("due", LocalDate.class))),
                lists(
                        handle,
                        "meeting_objection",
                        serials,
                        (row, context) -> new Minutes.Objection(
                                row.getInt("revision"), row.getString("person"), row.getString("objection"))),
                watchers,
                deadlines);
    }

    private static <T> Map<Long, List<T>> lists(
            Handle handle, String table, Collection<Long> serials, RowMapper<T> mapper) {
        Map<Long, List<T>> lists = new HashMap<>();
        handle.createQuery("SELECT * FROM " + table + " WHERE serial IN (<serials>) ORDER BY serial, position")
                .bindList("serials", Sql.rounded(serials))
                .map((row, context) -> lists.computeIfAbsent(row.getLong("serial"), s -> new ArrayList<>())
                        .add(mapper.map(row, context)))
                .list();
        return lists;
    }

    Stored<Meeting> meeting(ResultSet row) throws SQLException {
        long serial = row.getLong("serial");
        ItemNumber number = new ItemNumber(ItemKind.MEETING, serial);
        Meeting meeting = new Meeting(
                number,
                row.getLong("version"),
                State.valueOf(row.getString("state")),
                row.getString("subject"),
                new Slot(
                        Sql.instant(row, "starts_at"),
                        Duration.ofMinutes(row.getInt("minutes_long")),
                        row.getString("place")),
                origin(row),
                row.getString("host"),
                row.getString("organiser"),
                invitees.getOrDefault(serial, List.of()),
                topics.getOrDefault(serial, List.of()),
                minutes(row, serial),
                Sql.instant(row, "called_at"),
                watchers.getOrDefault(number.toString(), Set.of()),
                deadlines.getOrDefault(number.toString(), List.of()));
        return new Stored<>(meeting, row.getLong("trail_entries"), row.getString("trail_hash"));
    }

    private static Optional<Origin> origin(ResultSet row) throws SQLException {
        if (row.getString("series") == null) return Optional.empty();
        return Optional.of(new Origin(
                row.getString("series"),
                row.getObject("planned_on", LocalDate.class),
                Sql.optional(row, "series_owner").flatMap(ItemNumber::read)));
    }

    private Optional<Minutes> minutes(ResultSet row, long serial) throws SQLException {
        if (row.getInt("revision") == 0) return Optional.empty();
        return Optional.of(new Minutes(
                row.getInt("revision"),
                row.getString("decisions"),
                orders.getOrDefault(serial, List.of()),
                row.getString("minuted_by"),
                Sql.optionalInstant(row, "distributed_at"),
                objections.getOrDefault(serial, List.of())));
    }
}
