package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.core.action.Order;
import io.xietong.core.dispute.Dispute;
import io.xietong.core.dispute.Docket;
import io.xietong.core.dispute.Ruling;
import io.xietong.core.dispute.Side;
import io.xietong.core.dispute.State;
import io.xietong.core.dispute.Terms;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Disputes with their sides, votes, orders and clocks. */
public final class JdbiDisputes extends ItemTable<Dispute> {

    private static final List<State> OPEN =
            Arrays.stream(State.values()).filter(State::isOpen).toList();

    private final ItemPeople people;
    private final Ballots ballots;

    JdbiDisputes(Handle handle, Memory memory) {
        super(handle, memory, ItemKind.DISPUTE, "dispute", OPEN);
        this.people = new ItemPeople(handle, ItemKind.DISPUTE);
        this.ballots = new Ballots(handle);
    }

    @Override
    public List<Stored<Dispute>> find(Collection<Long> serials) {
        if (serials.isEmpty()) return List.of();
        List<String> items = items(serials);
        DisputeRows rows = new DisputeRows(
                DisputeRows.sides(handle, serials),
                DisputeRows.orders(handle, serials),
                ballots.of(items),
                people.watchers(items),
                deadlines.of(items));
        return handle.createQuery("SELECT * FROM dispute WHERE serial IN (<serials>) ORDER BY serial")
                .bindList("serials", Sql.rounded(serials))
                .map((row, context) -> rows.dispute(row))
                .list();
    }

    /** Serials of all disputes about an item, in the order in which they were raised. */
    public List<Long> about(ItemNumber item) {
        return handle.createQuery("SELECT serial FROM dispute WHERE about = ? ORDER BY serial")
                .bind(0, item.toString())
                .mapTo(Long.class)
                .list();
    }

    /** The open dispute about an item, if there is one. */
    public Optional<ItemNumber> openAbout(ItemNumber about) {
        return handle.createQuery("SELECT serial FROM dispute WHERE about = :about AND state IN (<open>)"
                        + " ORDER BY serial LIMIT 1")
                .bind("about", about.toString())
                .bindList("open", OPEN.stream().map(State::name).toList())
                .mapTo(Long.class)
                .findOne()
                .map(serial -> new ItemNumber(ItemKind.DISPUTE, serial));
    }

    @Override
    void insert(Stored<Dispute> stored) {
        Dispute dispute = stored.item();
        handle.execute(
                """
                INSERT INTO dispute (serial, version, state, subject, about, chat_platform, chat_id, chat_kind, chat_name,
                  raised_at, reviews, trail_entries, trail_hash)
                VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)""",
                values(
                        dispute.number().serial(),
                        dispute.version(),
                        dispute.state(),
                        dispute.subject(),
                        dispute.about().map(ItemNumber::toString),
                        dispute.chat().platform(),
                        dispute.chat().id(),
                        dispute.chat().kind(),
                        dispute.chat().name(),
                        dispute.raisedAt(),
                        dispute.reviews(),
                        stored.entries(),
                        stored.hash()));
    }

    @Override
    void update(List<Change<Dispute>> changes) {
        Batch batch = new Batch(handle, """
                UPDATE dispute SET version=?, state=?, terms=?, terms_by=?, terms_at=?, kind=?, received_at=?,
                  received_by=?, presiding=?, vote_rule=?, quorum=?, ruling=?, favours=?, ruled_by=?, ruled_in_name_of=?,
                  ruled_at=?, reviews=?, trail_entries=?, trail_hash=?
                WHERE serial=? AND version=?""");
        changes.forEach(change -> add(batch, change));
        guarded(batch, changes);
    }

    private static void add(Batch batch, Change<Dispute> change) {
        Dispute after = change.item();
        Optional<Docket> docket = after.docket();
        Optional<Ruling> ruling = after.ruling();
        batch.add(
                after.version(),
                after.state(),
                after.terms().map(Terms::text),
                after.terms().map(Terms::proposedBy),
                after.terms().map(Terms::at),
                docket.map(Docket::kind),
                docket.map(Docket::receivedAt),
                docket.map(Docket::receivedBy),
                docket.map(Docket::presiding),
                docket.map(open -> open.ballot().rule()),
                docket.map(open -> open.ballot().quorum()),
                ruling.map(Ruling::text),
                ruling.flatMap(Ruling::favours),
                ruling.flatMap(made -> made.by().person()),
                ruling.flatMap(made -> made.by().inNameOf()),
                ruling.map(Ruling::at),
                after.reviews(),
                change.after().entries(),
                change.after().hash(),
                after.number().serial(),
                change.before().orElseThrow().item().version());
    }

    @Override
    void saveChildren(Change<Dispute> change) {
        Dispute after = change.item();
        Optional<Dispute> before = change.earlier();
        boolean sides = before.filter(earlier ->
                        earlier.sides().equals(after.sides()) && agreed(earlier).equals(agreed(after)))
                .isEmpty();
        if (sides) saveSides(after, before.isPresent());
        List<Order> ordered =
                before.flatMap(Dispute::ruling).map(Ruling::orders).orElse(List.of());
        List<Order> orders = after.ruling().map(Ruling::orders).orElse(List.of());
        if (!ordered.equals(orders)) saveOrders(after, orders);
        ballots.save(
                after.number().toString(),
                before.flatMap(Dispute::docket).map(Docket::ballot),
                after.docket().map(Docket::ballot));
        people.save(change);
    }

    private static Set<String> agreed(Dispute dispute) {
        return dispute.terms().map(Terms::agreed).orElse(Set.of());
    }

    private void saveSides(Dispute dispute, boolean known) {
        long serial = dispute.number().serial();
        if (known) handle.execute("DELETE FROM dispute_side WHERE serial=?", serial);
        Batch batch = new Batch(
                handle,
                "INSERT INTO dispute_side (serial, position, department, speaker,"
                        + " stated, agreed) VALUES (?,?,?,?,?,?)");
        int position = 0;
        for (Side side : dispute.sides()) {
            boolean agreed = agreed(dispute).contains(side.department());
            batch.add(serial, position++, side.department(), side.speaker(), side.position(), agreed);
        }
        batch.execute();
    }

    private void saveOrders(Dispute dispute, List<Order> orders) {
        long serial = dispute.number().serial();
        handle.execute("DELETE FROM dispute_order WHERE serial=?", serial);
        Batch batch =
                new Batch(handle, "INSERT INTO dispute_order (serial, position, owner, what, due) VALUES (?,?,?,?,?)");
        int position = 0;
        for (Order order : orders) batch.add(serial, position++, order.owner(), order.what(), order.due());
        batch.execute();
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
