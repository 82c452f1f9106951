package io.xietong.app.store;

import io.xietong.core.item.Item;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What is the same for the tables of all kinds: numbers, locks, guarded writes. */
abstract class ItemTable<S extends Item> implements Items<S> {

    final Handle handle;
    final JdbiDeadlines deadlines;
    private final Serials serials;
    private final ItemKind kind;
    private final String table;
    private final List<? extends Enum<?>> open;

    /**
     * @param table its numbers are in {@code <table>_number}
     * @param open  the states in which somebody still owes something
     */
    ItemTable(Handle handle, Memory memory, ItemKind kind, String table, List<? extends Enum<?>> open) {
        this.handle = handle;
        this.deadlines = new JdbiDeadlines(handle);
        this.serials = memory.serials();
        this.kind = kind;
        this.table = table;
        this.open = open;
    }

    @Override
    public final void save(List<Change<S>> changes) {
        List<Change<S>> known =
                changes.stream().filter(change -> change.before().isPresent()).toList();
        for (Change<S> change : changes) if (change.before().isEmpty()) insert(change.after());
        if (!known.isEmpty()) update(known);
        changes.forEach(this::saveChildren);
        deadlines.save(changes);
    }

    /** Writes the own row of a new item. */
    abstract void insert(Stored<S> stored);

    /** Writes the own rows of items that were known, {@linkplain #guarded guarded} by their versions. */
    abstract void update(List<Change<S>> changes);

    /** Writes the other rows that an item is made of, without its clocks. */
    abstract void saveChildren(Change<S> change);

    @Override
    public final ItemNumber nextNumber(Instant now) {
        long serial = nextSerial(now);
        taken(serial);
        return new ItemNumber(kind, serial);
    }

    private long nextSerial(Instant now) {
        String numbers = table + "_number";
        Optional<Long> next = serials.next(numbers, "serial", handle);
        if (next.isEmpty())
            return new Batch(handle, "INSERT INTO " + numbers + " (taken_at) VALUES (?)")
                    .add(now)
                    .key();
        new Batch(handle, "INSERT INTO " + numbers + " (serial, taken_at) VALUES (?,?)")
                .add(next.get(), now)
                .execute();
        return next.get();
    }

    /** Hears of each number that this node takes, whether the transaction will be committed or not. */
    void taken(long serial) {}

    @Override
    public final List<Long> lock(Collection<Long> serials) {
        return lock(serials, "");
    }

    @Override
    public final List<Long> lockFree(Collection<Long> serials) {
        return lock(serials, " SKIP LOCKED");
    }

    private List<Long> lock(Collection<Long> serials, String how) {
        if (serials.isEmpty()) return List.of();
        return handle.createQuery(
                        "SELECT serial FROM " + table + " WHERE serial IN (<serials>) ORDER BY serial FOR UPDATE" + how)
                .bindList("serials", Sql.rounded(serials))
                .mapTo(Long.class)
                .list();
    }

    @Override
    public final Optional<Long> lockedVersion(ItemNumber number) {
        return handle.createQuery("SELECT version FROM " + table + " WHERE serial = ? FOR UPDATE")
                .bind(0, number.serial())
                .mapTo(Long.class)
                .findOne();
    }

    @Override
    public final List<Long> open() {
        return handle.createQuery("SELECT serial FROM " + table + " WHERE state IN (<states>) ORDER BY serial")
                .bindList("states", open.stream().map(Enum::name).toList())
                .mapTo(Long.class)
                .list();
    }

    @Override
    public final List<Long> before(long serial, int most) {
        return handle.createQuery("SELECT serial FROM " + table + " WHERE serial < ? ORDER BY serial DESC LIMIT ?")
                .bind(0, serial)
                .bind(1, most)
                .mapTo(Long.class)
                .list();
    }

    /** Of each open state as many as are wanted, by its index. */
    @Override
    public List<Long> openBefore(long serial, int most) {
        String each = "(SELECT serial FROM " + table
                + " WHERE state = ? AND serial < ? ORDER BY state DESC, serial DESC LIMIT ?)";
        return new Select(
                        handle,
                        String.join(" UNION ALL ", Collections.nCopies(open.size(), each)),
                        open.stream()
                                .flatMap(state -> Stream.of(state, serial, most))
                                .toArray())
                .list(row -> row.getLong(1)).stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(most)
                        .toList();
    }

    /** The numbers of these serials, as other tables know the items. */
    final List<String> items(Collection<Long> serials) {
        List<String> items = new ArrayList<>();
        serials.forEach(serial -> items.add(new ItemNumber(kind, serial).toString()));
        return items;
    }

    /**
     * Runs a batch of updates, one for each change, guarded by the version that was read.
     *
     * @throws StaleVersion when one of them found another version
     */
    static void guarded(Batch batch, List<? extends Change<?>> changes) {
        int[] written = batch.execute();
        for (int i = 0; i < written.length; i++) {
            if (written[i] == 0)
                throw new StaleVersion(changes.get(i).item().number().toString());
        }
    }
}
