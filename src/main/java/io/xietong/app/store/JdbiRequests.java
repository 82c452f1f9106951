package io.xietong.app.store;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.item.ItemKind;
import io.xietong.core.request.Leg;
import io.xietong.core.request.Request;
import io.xietong.core.request.State;
import io.xietong.core.request.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Requests with their people, legs and clocks. Writes are guarded by the version that was read. */
public final class JdbiRequests extends ItemTable<Request> {

    private static final String WATCHER = "WATCHER";
    private static final String NAMED = "NAMED";
    private static final List<State> OPEN =
            Arrays.stream(State.values()).filter(State::isOpen).toList();

    private static final String INSERT = """
            INSERT INTO request (serial, version, requester, from_department, department, owner, need, wanted_by,
              support_needed, urgent, visibility, filed_at, chat_platform, chat_id, chat_kind, chat_name, state,
              promised_for, rating, bounces, questions, reopens, nudges, last_nudged_at, escalated, due_at, trail_entries,
              trail_hash)
            VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""";

    private final RequestQueries queries;
    private final RecentNeeds recent;
    private final Premises premises;

    JdbiRequests(Handle handle, Memory memory, Premises premises) {
        super(handle, memory, ItemKind.REQUEST, "request", OPEN);
        this.recent = memory.recent();
        this.premises = premises;
        this.queries = new RequestQueries(handle);
    }

    @Override
    public List<Stored<Request>> find(Collection<Long> serials) {
        if (serials.isEmpty()) return List.of();
        RequestRows rows = new RequestRows(people(serials), legs(serials), deadlines.of(items(serials)));
        return handle.createQuery("SELECT * FROM request WHERE serial IN (<serials>) ORDER BY serial")
                .bindList("serials", Sql.rounded(serials))
                .map((row, context) -> rows.request(row))
                .list();
    }

    private Map<Long, Map<String, Set<String>>> people(Collection<Long> serials) {
        Map<Long, Map<String, Set<String>>> people = new HashMap<>();
        handle.createQuery("SELECT serial, person, part FROM request_person WHERE serial IN (<serials>)")
                .bindList("serials", Sql.rounded(serials))
                .map((row, context) -> people.computeIfAbsent(row.getLong("serial"), s -> new HashMap<>())
                        .computeIfAbsent(row.getString("part"), part -> new HashSet<>())
                        .add(row.getString("person")))
                .list();
        return people;
    }

    private Map<Long, List<Leg>> legs(Collection<Long> serials) {
        Map<Long, List<Leg>> legs = new HashMap<>();
        handle.createQuery("SELECT * FROM request_leg WHERE serial IN (<serials>) ORDER BY serial, position")
                .bindList("serials", Sql.rounded(serials))
                .map((row, context) -> legs.computeIfAbsent(row.getLong("serial"), s -> new ArrayList<>())
                        .add(new Leg(
                                row.getString("department"),
                                Sql.optional(row, "owner"),
                                Sql.instant(row, "from_at"),
                                Sql.optionalInstant(row, "until_at"))))
                .list();
        return legs;
    }

    @Override
    void taken(long serial) {
        recent.taken(serial);
    }

    @Override
    void insert(Stored<Request> stored) {
        Request request = stored.item();
        new Batch(handle, INSERT)
                .add(
                        request.number().serial(),
                        request.version(),
                        request.requester(),
                        request.fromDepartment(),
                        request.department(),
                        request.owner(),
                        request.ask().need(),
                        request.ask().wantedBy(),
                        request.ask().supportNeeded(),
                        request.ask().urgent(),
                        request.ask().visibility(),
                        request.ask().filedAt(),
                        request.ask().chat().platform(),
                        request.ask().chat().id(),
                        request.ask().chat().kind(),
                        request.ask().chat().name(),
                        request.state(),
                        request.promised(),
                        request.rating(),
                        request.tally().bounces(),
                        request.tally().questions(),
                        request.tally().reopens(),
                        request.tally().nudges(),
                        request.tally().lastNudged(),
                        request.tally().escalated(),
                        due(request),
                        stored.entries(),
                        stored.hash())
                .execute();
        handle.afterCommit(() -> recent.filed(request));
    }

    @Override
    void update(List<Change<Request>> changes) {
        Batch batch = new Batch(handle, """
                UPDATE request SET version=?, department=?, owner=?, state=?, promised_for=?, rating=?, bounces=?,
                  questions=?, reopens=?, nudges=?, last_nudged_at=?, escalated=?, due_at=?, trail_entries=?, trail_hash=?
                WHERE serial=? AND version=?""");
        for (Change<Request> change : changes) {
            Request after = change.after().item();
            Tally tally = after.tally();
            batch.add(
                    after.version(),
                    after.department(),
                    after.owner(),
                    after.state(),
                    after.promised(),
                    after.rating(),
                    tally.bounces(),
                    tally.questions(),
                    tally.reopens(),
                    tally.nudges(),
                    tally.lastNudged(),
                    tally.escalated(),
                    due(after),
                    change.after().entries(),
                    change.after().hash(),
                    after.number().serial(),
                    change.before().orElseThrow().item().version());
        }
        guarded(batch, changes);
    }

    private static Optional<Instant> due(Request request) {
        return request.firstDue().flatMap(Deadline::dueAt);
    }

    @Override
    void saveChildren(Change<Request> change) {
        Request after = change.after().item();
        Optional<Request> before = change.before().map(Stored::item);
        long serial = after.number().serial();
        if (before.isEmpty()) add(serial, NAMED, after.ask().named());
        Set<String> watched = before.map(Request::watchers).orElse(Set.of());
        if (!watched.equals(after.watchers())) {
            if (before.isPresent())
                handle.execute("DELETE FROM request_person WHERE serial=? AND part=?", serial, WATCHER);
            add(serial, WATCHER, after.watchers());
        }
        List<Leg> path = before.map(Request::legs).orElse(List.of());
        if (!path.equals(after.legs())) {
            if (before.isPresent()) handle.execute("DELETE FROM request_leg WHERE serial=?", serial);
            Batch batch = new Batch(
                    handle,
                    "INSERT INTO request_leg (serial, position, department, owner, from_at,"
                            + " until_at) VALUES (?,?,?,?,?,?)");
            int position = 0;
            for (Leg leg : after.legs()) {
                batch.add(serial, position++, leg.department(), leg.owner(), leg.from(), leg.until());
            }
            batch.execute();
        }
    }

    private void add(long serial, String part, Set<String> people) {
        Batch batch = new Batch(handle, "INSERT INTO request_person (serial, person, part) VALUES (?,?,?)");
        people.forEach(person -> batch.add(serial, person, part));
        batch.execute();
    }

    /** By the table itself, of whose newest rows most are open: an index by state would be one more to write with each request. */
    @Override
    public List<Long> openBefore(long serial, int most) {
        return handle.createQuery("SELECT serial FROM request WHERE state IN (<open>) AND serial < :serial"
                        + " ORDER BY serial DESC LIMIT :most")
                .bindList("open", OPEN.stream().map(State::name).toList())
                .bind("serial", serial)
                .bind("most", most)
                .mapTo(Long.class)
                .list();
    }

    @Override
    public List<Due> waitingFor(Duties duties, int most) {
        return queries.waitingFor(duties.person(), duties.departments(), most);
    }

    @Override
    public List<Long> of(String person, int most) {
        return queries.of(person, most);
    }

    /**
     * A department's newest requests beside what a person is about to ask of it; to be asked before that is saved. Of what other nodes
     * have filed, those of the last second may be missing among the similar ones.
     */
    public RecentRequests recent(RecentRequests.Asking asking) {
        return recent.beside(asking, handle, premises);
    }

    /** How many open requests each of these people has to answer or deliver, counted up to a limit; without any, left out. */
    public Map<String, Integer> load(Collection<String> people, int most) {
        return queries.load(people, most);
    }
}
