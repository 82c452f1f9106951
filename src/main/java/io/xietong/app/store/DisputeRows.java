package io.xietong.app.store;

import io.xietong.core.action.Order;
import io.xietong.core.chat.Chat;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.dispute.Dispute;
import io.xietong.core.dispute.DisputeKind;
import io.xietong.core.dispute.Docket;
import io.xietong.core.dispute.Ruling;
import io.xietong.core.dispute.Side;
import io.xietong.core.dispute.State;
import io.xietong.core.dispute.Terms;
import io.xietong.core.item.Actor;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.vote.Ballot;
import io.xietong.core.vote.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Puts a dispute together from its row and the rows that belong to it. */
record DisputeRows(
        Map<Long, List<Party>> sides,
        Map<Long, List<Order>> orders,
        Map<String, Ballots.Seats> ballots,
        Map<String, Set<String>> watchers,
        Map<String, List<Deadline>> deadlines) {

    /** A side, and whether it agreed to the terms on the table. */
    private record Party(Side side, boolean agreed) {}

    static Map<Long, List<Party>> sides(Handle handle, Collection<Long> serials) {
        Map<Long, List<Party>> sides = new HashMap<>();
        handle.createQuery("SELECT * FROM dispute_side WHERE serial IN (<serials>) ORDER BY serial, position")
                .bindList("serials", Sql.rounded(serials))
                .map((row, context) -> sides.computeIfAbsent(row.getLong("serial"), s -> new ArrayList<>())
                        .add(new Party(
                                new Side(
                                        row.getString("department"), row.getString("speaker"), row.getString("stated")),
                                row.getBoolean("agreed"))))
                .list();
        return sides;
    }

    static Map<Long, List<Order>> orders(Handle handle, Collection<Long> serials) {
        Map<Long, List<Order>> orders = new HashMap<>();
        handle.createQuery("SELECT * FROM dispute_order WHERE serial IN (<serials>) ORDER BY serial, position")
                .bindList("serials", Sql.rounded(serials))
                .map((row, context) -> orders.computeIfAbsent(row.getLong("serial"), s -> new ArrayList<>())
                        .add(new Order(
                                row.getString("owner"), row.getString("what"), row.getObject("due", LocalDate.class))))
                .list();
        return orders;
    }

    Stored<Dispute> dispute(ResultSet row) throws SQLException {
        long serial = row.getLong("serial");
        ItemNumber number = new ItemNumber(ItemKind.DISPUTE, serial);
        List<Party> parties = sides.getOrDefault(serial, List.of());
        Dispute dispute = new Dispute(
                number,
                row.getLong("version"),
                State.valueOf(row.getString("state")),
                row.getString("subject"),
                Sql.optional(row, "about").flatMap(ItemNumber::read),
                new Chat(
                        row.getString("chat_platform"),
                        row.getString("chat_id"),
                        Chat.Kind.valueOf(row.getString("chat_kind")),
                        row.getString("chat_name")),
                Sql.instant(row, "raised_at"),
                parties.stream().map(Party::side).toList(),
                terms(row, parties),
                docket(row, parties, ballots.getOrDefault(number.toString(), Ballots.Seats.NONE)),
                ruling(row, orders.getOrDefault(serial, List.of())),
                row.getInt("reviews"),
                watchers.getOrDefault(number.toString(), Set.of()),
                deadlines.getOrDefault(number.toString(), List.of()));
        return new Stored<>(dispute, row.getLong("trail_entries"), row.getString("trail_hash"));
    }

    private static Optional<Terms> terms(ResultSet row, List<Party> parties) throws SQLException {
        if (row.getString("terms") == null) return Optional.empty();
        return Optional.of(new Terms(
                row.getString("terms"),
                row.getString("terms_by"),
                Sql.instant(row, "terms_at"),
                parties.stream()
                        .filter(Party::agreed)
                        .map(party -> party.side().department())
                        .collect(Collectors.toSet())));
    }

    private static Optional<Docket> docket(ResultSet row, List<Party> parties, Ballots.Seats seats)
            throws SQLException {
        if (row.getString("received_by") == null) return Optional.empty();
        String presiding = row.getString("presiding");
        Ballot ballot = new Ballot(
                Rule.valueOf(row.getString("vote_rule")),
                parties.stream().map(party -> party.side().department()).toList(),
                seats.voters(),
                seats.recused(),
                presiding,
                row.getInt("quorum"),
                seats.votes());
        return Optional.of(new Docket(
                DisputeKind.valueOf(row.getString("kind")),
                Sql.instant(row, "received_at"),
                row.getString("received_by"),
                presiding,
                ballot));
    }

    private static Optional<Ruling> ruling(ResultSet row, List<Order> orders) throws SQLException {
        if (row.getString("ruling") == null) return Optional.empty();
        return Optional.of(new Ruling(
                row.getString("ruling"),
                Sql.optional(row, "favours"),
                orders,
                new Actor(Sql.optional(row, "ruled_by"), Sql.optional(row, "ruled_in_name_of")),
                Sql.instant(row, "ruled_at")));
    }
}
