package io.xietong.app.store;

import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.item.ItemNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads rows of the outbox. */
final class OutboxRows {

    private OutboxRows() {}

    static OutboxRow row(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        long digest = row.getLong("digest");
        Optional<Long> leavesWith = row.wasNull() ? Optional.empty() : Optional.of(digest);
        return new OutboxRow(
                row.getLong("id"),
                row.getString("lane"),
                Sql.optional(row, "item").flatMap(ItemNumber::read),
                OutboxBody.ERRANDS.contains(kind) ? Optional.empty() : Optional.of(address(row)),
                kind,
                row.getString("body"),
                Outgoing.Urgency.valueOf(row.getString("urgency")),
                row.getInt("attempts"),
                leavesWith,
                Sql.instant(row, "created_at"),
                Sql.instant(row, "not_before"),
                Sql.optional(row, "lease_owner").orElse(""));
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
