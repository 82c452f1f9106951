package io.xietong.app.store;

import io.xietong.core.chat.Chat;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Visibility;
import io.xietong.core.request.Ask;
import io.xietong.core.request.Leg;
import io.xietong.core.request.Request;
import io.xietong.core.request.State;
import io.xietong.core.request.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a request together from its row and the rows that belong to it. */
record RequestRows(
        Map<Long, Map<String, Set<String>>> people, Map<Long, List<Leg>> legs, Map<String, List<Deadline>> deadlines) {

    Stored<Request> request(ResultSet row) throws SQLException {
        long serial = row.getLong("serial");
        ItemNumber number = ItemNumber.request(serial);
        Map<String, Set<String>> parts = people.getOrDefault(serial, Map.of());
        Request request = new Request(
                number,
                row.getLong("version"),
                row.getString("requester"),
                row.getString("from_department"),
                row.getString("department"),
                Sql.optional(row, "owner"),
                ask(row, parts.getOrDefault("NAMED", Set.of())),
                State.valueOf(row.getString("state")),
                Sql.optionalDate(row, "promised_for"),
                Sql.optionalInt(row, "rating"),
                tally(row),
                parts.getOrDefault("WATCHER", Set.of()),
                legs.getOrDefault(serial, List.of()),
                deadlines.getOrDefault(number.toString(), List.of()));
        return new Stored<>(request, row.getLong("trail_entries"), row.getString("trail_hash"));
    }

    private static Ask ask(ResultSet row, Set<String> named) throws SQLException {
        Chat chat = new Chat(
                row.getString("chat_platform"),
                row.getString("chat_id"),
                Chat.Kind.valueOf(row.getString("chat_kind")),
                row.getString("chat_name"));
        return new Ask(
                row.getString("need"),
                Sql.optionalDate(row, "wanted_by"),
                row.getString("support_needed"),
                row.getBoolean("urgent"),
                Visibility.valueOf(row.getString("visibility")),
                named,
                Sql.instant(row, "filed_at"),
                chat);
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getInt("bounces"),
                row.getInt("questions"),
                row.getInt("reopens"),
                row.getInt("nudges"),
                Sql.optionalInstant(row, "last_nudged_at"),
                row.getBoolean("escalated"));
    }
}
