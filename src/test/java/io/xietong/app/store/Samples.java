package io.xietong.app.store;

import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Actor;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Visibility;
import io.xietong.core.request.Ask;
import io.xietong.core.request.Leg;
import io.xietong.core.request.Request;
import io.xietong.core.request.State;
import io.xietong.core.request.Tally;
import io.xietong.core.text.Message;
import io.xietong.core.trail.TrailEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Things to keep. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    static final Chat GROUP = new Chat("sandbox", "group:all", Chat.Kind.GROUP, "全公司");

    private Samples() {}

    static Outgoing note(String person, String text, Urgency urgency, long item) {
        Optional<ItemNumber> about = item == 0 ? Optional.empty() : Optional.of(ItemNumber.request(item));
        return Outgoing.note(new Outgoing.ToPerson(person), Message.of("text.verbatim", text), urgency, about);
    }

    /** Runs for a day from now and rings at once. */
    static Deadline clock(Purpose purpose, int round, String owner) {
        return clock(purpose, round, owner, NOW.plusSeconds(86_400), NOW);
    }

    private static Deadline clock(Purpose purpose, int round, String owner, Instant due, Instant nextRing) {
        return new Deadline(
                purpose,
                round,
                owner,
                Deadline.State.RUNNING,
                NOW,
                Optional.of(due),
                false,
                List.of(),
                0,
                Optional.of(nextRing),
                Optional.empty());
    }

    static Request request(long serial, String need, Instant nextRing) {
        return request(serial, need, nextRing, NOW.plusSeconds(86_400));
    }

    static Request request(long serial, String need, Instant nextRing, Instant due) {
        Deadline answer = clock(Purpose.RESPONSE, 1, "design", due, nextRing);
        return new Request(
                ItemNumber.request(serial),
                1,
                "li.lei",
                "market",
                "design",
                Optional.of("zhou.jie"),
                new Ask(
                        need,
                        Optional.of(LocalDate.of(2026, 11, 27)),
                        "",
                        false,
                        Visibility.DEPARTMENTS,
                        Set.of("han.mei"),
                        NOW,
                        GROUP),
                State.AWAITING_RESPONSE,
                Optional.empty(),
                Optional.empty(),
                Tally.NONE,
                Set.of("wu.yue", "tang.wan"),
                List.of(new Leg("design", Optional.of("zhou.jie"), NOW, Optional.empty())),
                List.of(answer));
    }

    /** Keeps a new request with a trail of some entries, as the desk does. */
    static Stored<Request> keep(Books books, String need, int entries) {
        ItemNumber number = books.requests().nextNumber(NOW);
        List<TrailEntry> trail = new ArrayList<>();
        String hash = TrailEntry.NO_HASH;
        for (int seq = 1; seq <= entries; seq++) {
            TrailEntry entry = new TrailEntry(
                            number,
                            seq,
                            NOW,
                            Actor.person("li.lei"),
                            new TrailEntry.Source("sandbox", GROUP.id(), "event-" + number + "-" + seq),
                            "Commented",
                            "{\"text\":\"第" + seq + "条\"}",
                            Optional.empty(),
                            State.AWAITING_RESPONSE.name(),
                            "")
                    .sealed(hash);
            trail.add(entry);
            hash = entry.hash();
        }
        Stored<Request> stored = new Stored<>(request(number.serial(), need, NOW), entries, hash);
        books.requests().save(List.of(new Change<>(Optional.empty(), stored)));
        books.trail().add(trail);
        return stored;
    }

    static Stored<Request> withVersion(Stored<Request> before, long version) {
        Request r = before.item();
        Request after = new Request(
                r.number(),
                version,
                r.requester(),
                r.fromDepartment(),
                r.department(),
                r.owner(),
                r.ask(),
                State.IN_PROGRESS,
                Optional.of(LocalDate.of(2026, 11, 26)),
                r.rating(),
                r.tally(),
                Set.of("wu.yue"),
                r.legs(),
                r.deadlines().stream().map(d -> d.met(NOW.plusSeconds(60))).toList());
        return new Stored<>(after, before.entries(), before.hash());
    }
}
