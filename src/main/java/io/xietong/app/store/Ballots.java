package io.xietong.app.store;

import io.xietong.core.item.Actor;
import io.xietong.core.vote.Ballot;
import io.xietong.core.vote.Vote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The seats of votes and what was voted. */
final class Ballots {

    private final Handle handle;

    Ballots(Handle handle) {
        this.handle = handle;
    }

    /** One seat with its vote, if it was cast. */
    private record Seat(String voter, boolean recused, Optional<Vote> vote, int castNo) {}

    /** The seats of one item's vote. */
    record Seats(List<Seat> seats) {

        static final Seats NONE = new Seats(List.of());

        List<String> voters() {
            return seats.stream().map(Seat::voter).toList();
        }

        Set<String> recused() {
            return seats.stream().filter(Seat::recused).map(Seat::voter).collect(Collectors.toSet());
        }

        List<Vote> votes() {
            return seats.stream()
                    .filter(seat -> seat.vote().isPresent())
                    .sorted(Comparator.comparingInt(Seat::castNo))
                    .map(seat -> seat.vote().get())
                    .toList();
        }
    }

    Map<String, Seats> of(Collection<String> items) {
        Map<String, List<Seat>> seats = new HashMap<>();
        handle.createQuery("SELECT * FROM ballot_seat WHERE item IN (<items>) ORDER BY item, position")
                .bindList("items", Sql.rounded(items))
                .map((row, context) -> seats.computeIfAbsent(row.getString("item"), i -> new ArrayList<>())
                        .add(seat(row)))
                .list();
        return seats.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Seats(entry.getValue())));
    }

    private static Seat seat(ResultSet row) throws SQLException {
        String voter = row.getString("voter");
        Optional<String> choice = Sql.optional(row, "choice");
        Optional<Vote> vote = choice.isEmpty()
                ? Optional.empty()
                : Optional.of(new Vote(
                        voter,
                        choice.get(),
                        new Actor(Sql.optional(row, "cast_by"), Sql.optional(row, "in_name_of")),
                        row.getString("reason"),
                        Sql.instant(row, "cast_at")));
        return new Seat(voter, row.getBoolean("recused"), vote, row.getInt("cast_no"));
    }

    /** Writes a ballot in the place of the one before. */
    void save(String item, Optional<Ballot> before, Optional<Ballot> after) {
        if (before.equals(after)) return;
        if (before.isPresent()) handle.execute("DELETE FROM ballot_seat WHERE item=?", item);
        if (after.isPresent()) insert(item, after.get());
    }

    private void insert(String item, Ballot ballot) {
        Batch batch = new Batch(
                handle,
                "INSERT INTO ballot_seat (item, position, voter, recused, choice,"
                        + " cast_by, in_name_of, reason, cast_at, cast_no) VALUES (?,?,?,?,?,?,?,?,?,?)");
        int position = 0;
        for (String voter : ballot.voters()) {
            Optional<Vote> vote = ballot.of(voter);
            batch.add(
                    item,
                    position++,
                    voter,
                    ballot.recused().contains(voter),
                    vote.map(Vote::choice),
                    vote.flatMap(cast -> cast.actor().person()),
                    vote.flatMap(cast -> cast.actor().inNameOf()),
                    vote.map(Vote::reason),
                    vote.map(Vote::at),
                    vote.map(ballot.votes()::indexOf));
        }
        batch.execute();
    }
}
