package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.core.item.ItemNumber;
import io.xietong.core.request.Leg;
import io.xietong.core.request.Request;
import io.xietong.core.request.State;
import io.xietong.core.request.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Requests with their people, legs and clocks. Writes are guarded by the version that was read. */
public final class JdbiRequests {

    private static final String WATCHER = "WATCHER";
    private static final String NAMED = "NAMED";

    private final Handle handle;
    private final JdbiDeadlines deadlines;

    JdbiRequests(Handle handle) {
        this.handle = handle;
        this.deadlines = new JdbiDeadlines(handle);
    }

    /** The next free number. Numbers of transactions that fail stay unused. */
    public ItemNumber nextNumber(Instant now) {
        return ItemNumber.request(handle.createUpdate("INSERT INTO request_number (taken_at) VALUES (?)")
                .bind(0, Sql.utc(now))
                .executeAndReturnGeneratedKeys("serial")
                .mapTo(Long.class)
                .one());
    }

    public Optional<StoredRequest> find(ItemNumber number) {
        return find(List.of(number.serial())).stream().findFirst();
    }

    /** The requests with these serials, in the order of their numbers; serials without a request are left out. */
    public List<StoredRequest> find(Collection<Long> serials) {
        if (serials.isEmpty()) return List.of();
        List<String> items = serials.stream()
                .map(serial -> ItemNumber.request(serial).toString())
                .toList();
        RequestRows rows = new RequestRows(people(serials), legs(serials), deadlines.of(items));
        return handle.createQuery("SELECT * FROM request WHERE serial IN (<serials>) ORDER BY serial")
                .bindList("serials", List.copyOf(serials))
                .map((row, context) -> rows.request(row))
                .list();
    }

    private Map<Long, Map<String, Set<String>>> people(Collection<Long> serials) {
        Map<Long, Map<String, Set<String>>> people = new HashMap<>();
        handle.createQuery("SELECT serial, person, part FROM request_person WHERE serial IN (<serials>)")
                .bindList("serials", List.copyOf(serials))
                .map((row, context) -> people.computeIfAbsent(row.getLong("serial"), s -> new HashMap<>())
                        .computeIfAbsent(row.getString("part"), part -> new java.util.HashSet<>())
                        .add(row.getString("person")))
                .list();
        return people;
    }

    private Map<Long, List<Leg>> legs(Collection<Long> serials) {
        Map<Long, List<Leg>> legs = new HashMap<>();
        handle.createQuery("SELECT * FROM request_leg WHERE serial IN (<serials>) ORDER BY serial, position")
                .bindList("serials", List.copyOf(serials))
                .map((row, context) -> legs.computeIfAbsent(row.getLong("serial"), s -> new ArrayList<>())
                        .add(new Leg(
                                row.getString("department"),
                                Sql.optional(row, "owner"),
                                Sql.instant(row, "from_at"),
                                Sql.optionalInstant(row, "until_at"))))
                .list();
        return legs;
    }

    /** Writes what each decision changed. */
    public void save(List<RequestChange> changes) {
        List<RequestChange> known =
                changes.stream().filter(change -> change.before().isPresent()).toList();
        for (RequestChange change : changes) if (change.before().isEmpty()) insert(change.after());
        update(known);
        for (RequestChange change : changes) saveChildren(change);
        deadlines.save(changes);
    }

    private void insert(StoredRequest stored) {
        Request request = stored.request();
        handle.execute(
                """
                INSERT INTO request (serial, version, requester, from_department, department, owner, need, wanted_by,
                  support_needed, urgent, visibility, filed_at, chat_platform, chat_id, chat_kind, chat_name, state,
                  promised_for, rating, bounces, questions, reopens, nudges, last_nudged_at, escalated, trail_entries,
                  trail_hash)
                VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""",
                values(
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
                        stored.entries(),
                        stored.hash()));
    }

    private void update(List<RequestChange> changes) {
        if (changes.isEmpty()) return;
        PreparedBatch batch = handle.prepareBatch("""
                UPDATE request SET version=?, department=?, owner=?, state=?, promised_for=?, rating=?, bounces=?,
                  questions=?, reopens=?, nudges=?, last_nudged_at=?, escalated=?, trail_entries=?, trail_hash=?
                WHERE serial=? AND version=?""");
        for (RequestChange change : changes) {
            Request after = change.after().request();
            Tally tally = after.tally();
            batch.add(values(
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
                    change.after().entries(),
                    change.after().hash(),
                    after.number().serial(),
                    change.before().orElseThrow().request().version()));
        }
        int[] written = batch.execute();
        for (int i = 0; i < written.length; i++) {
            if (written[i] == 0)
                throw new StaleVersion(changes.get(i).after().request().number().toString());
        }
    }

    private void saveChildren(RequestChange change) {
        Request after = change.after().request();
        Optional<Request> before = change.before().map(StoredRequest::request);
        long serial = after.number().serial();
        if (before.isEmpty()) add(serial, NAMED, after.ask().named());
        Set<String> watched = before.map(Request::watchers).orElse(Set.of());
        if (!watched.equals(after.watchers())) {
            handle.execute("DELETE FROM request_person WHERE serial=? AND part=?", serial, WATCHER);
            add(serial, WATCHER, after.watchers());
        }
        List<Leg> path = before.map(Request::legs).orElse(List.of());
        if (!path.equals(after.legs())) {
            handle.execute("DELETE FROM request_leg WHERE serial=?", serial);
            PreparedBatch batch = handle.prepareBatch("INSERT INTO request_leg VALUES (?,?,?,?,?,?)");
            int position = 0;
            for (Leg leg : after.legs()) {
                batch.add(values(serial, position++, leg.department(), leg.owner(), leg.from(), leg.until()));
            }
            batch.execute();
        }
    }

    private void add(long serial, String part, Set<String> people) {
        for (String person : people) {
            handle.execute("INSERT INTO request_person (serial, person, part) VALUES (?,?,?)", serial, person, part);
        }
    }

    /** Serials of the requests that wait for any of these people, or for departments they answer for, oldest due first. */
    public List<Long> openFor(String person, Set<String> departments, int most) {
        String owned = departments.isEmpty() ? "" : "OR r.department IN (<departments>)";
        var query = handle.createQuery("SELECT r.serial FROM request r WHERE "
                        + "(r.state IN ('AWAITING_RESPONSE','IN_PROGRESS') AND (r.owner = :person " + owned + ")) "
                        + "OR (r.state IN ('NEEDS_INFO','DELIVERED') AND r.requester = :person) "
                        + "ORDER BY r.filed_at LIMIT :most")
                .bind("person", person)
                .bind("most", most);
        if (!departments.isEmpty()) query.bindList("departments", List.copyOf(departments));
        return query.mapTo(Long.class).list();
    }

    /** Serials of what a person filed or answers for, newest first. */
    public List<Long> of(String person, int most) {
        return handle.createQuery("SELECT serial FROM request WHERE requester = :person OR owner = :person"
                        + " ORDER BY serial DESC LIMIT :most")
                .bind("person", person)
                .bind("most", most)
                .mapTo(Long.class)
                .list();
    }

    /** Serials of the newest requests to a department; those that a new one is compared with. */
    public List<Long> recentTo(String department, int most) {
        return handle.createQuery(
                        "SELECT serial FROM request WHERE department = :department ORDER BY filed_at DESC LIMIT :most")
                .bind("department", department)
                .bind("most", most)
                .mapTo(Long.class)
                .list();
    }

    /** Serials of requests whose need holds every one of the words, newest first. */
    public List<Long> mentioning(List<String> words, int most) {
        StringBuilder sql = new StringBuilder("SELECT serial FROM request WHERE 1=1");
        for (int i = 0; i < words.size(); i++)
            sql.append(" AND LOWER(need) LIKE :w").append(i).append(" ESCAPE '!'");
        var query = handle.createQuery(
                        sql.append(" ORDER BY serial DESC LIMIT :most").toString())
                .bind("most", most);
        for (int i = 0; i < words.size(); i++) query.bind("w" + i, "%" + escaped(words.get(i)) + "%");
        return query.mapTo(Long.class).list();
    }

    private static String escaped(String word) {
        return word.toLowerCase(java.util.Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }

    /** The newest request this person filed with exactly these words since an instant. */
    public Optional<ItemNumber> sameSince(String requester, String department, String need, Instant since) {
        return handle
                .createQuery("SELECT serial, need FROM request WHERE requester = ? AND department = ? AND filed_at >= ?"
                        + " ORDER BY serial DESC LIMIT 20")
                .bind(0, requester)
                .bind(1, department)
                .bind(2, Sql.utc(since))
                .map((row, context) -> Map.entry(row.getLong("serial"), row.getString("need")))
                .list()
                .stream()
                .filter(row -> row.getValue().equals(need))
                .findFirst()
                .map(row -> ItemNumber.request(row.getKey()));
    }

    /** How many open requests each person has to answer or deliver. */
    public Map<String, Integer> load() {
        Map<String, Integer> load = new HashMap<>();
        handle.createQuery("SELECT owner, COUNT(*) AS n FROM request WHERE owner IS NOT NULL AND state IN (<open>)"
                        + " GROUP BY owner")
                .bindList("open", List.of(State.AWAITING_RESPONSE.name(), State.IN_PROGRESS.name()))
                .map((row, context) -> load.put(row.getString("owner"), row.getInt("n")))
                .list();
        return load;
    }

    /** Serials of all open requests with a running clock, for recomputing them. */
    public List<Long> withRunningClock() {
        return handle.createQuery("SELECT serial FROM request WHERE state IN (<open>) ORDER BY serial")
                .bindList("open", List.of("AWAITING_RESPONSE", "NEEDS_INFO", "IN_PROGRESS", "DELIVERED"))
                .mapTo(Long.class)
                .list();
    }

    /**
     * Serials of requests whose clock has a rung to ring, locked for this transaction; those that another transaction holds
     * are skipped.
     */
    public List<Long> claimDue(Instant now, int most) {
        return deadlines.claimDue(now, most).stream()
                .map(item -> ItemNumber.read(item).orElseThrow().serial())
                .distinct()
                .toList();
    }

    /** The next instants at which clocks ring, with the item, earliest first. */
    public List<Map.Entry<Instant, String>> comingRings(int most) {
        return deadlines.coming(most);
    }
}
