package io.xietong.app.store;

import io.xietong.core.item.ItemNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Which items changed lately, in the order of their keys, which are not committed in that order. */
public final class JdbiChanges {

    private final Handle handle;
    private final Serials serials;

    JdbiChanges(Handle handle, Serials serials) {
        this.handle = handle;
        this.serials = serials;
    }

    /** One change. */
    public record Row(long id, ItemNumber item) {}

    public void note(Collection<ItemNumber> items, Instant now) {
        Batch batch = new Batch(handle, "INSERT INTO item_change (id, item, changed_at) VALUES (?,?,?)");
        for (ItemNumber item : items) batch.add(serials.next("item_change", "id", handle), item.toString(), now);
        batch.execute();
    }

    /** Behind this key, in their order. */
    public List<Row> after(long id, int most) {
        return handle.createQuery("SELECT id, item FROM item_change WHERE id > ? ORDER BY id LIMIT ?")
                .bind(0, id)
                .bind(1, most)
                .map((row, context) -> new Row(
                        row.getLong("id"),
                        ItemNumber.read(row.getString("item")).orElseThrow()))
                .list();
    }

    /** What changed last, the last first; each item once. @param most how many changes are looked at */
    public List<ItemNumber> newest(int most) {
        return handle
                .createQuery("SELECT item FROM item_change ORDER BY id DESC LIMIT ?")
                .bind(0, most)
                .map((row, context) -> ItemNumber.read(row.getString("item")).orElseThrow())
                .list()
                .stream()
                .distinct()
                .toList();
    }

    /** The first key that is still kept; one past the last when none is. */
    public long first() {
        return key("MIN", Long.MAX_VALUE);
    }

    /** The last key; 0 when there is none. */
    public long last() {
        return key("MAX", 0);
    }

    private long key(String which, long otherwise) {
        return handle.createQuery("SELECT " + which + "(id) FROM item_change")
                .mapTo(Long.class)
                .findOne()
                .orElse(otherwise);
    }

    public int forgetBefore(Instant time) {
        return handle.execute("DELETE FROM item_change WHERE changed_at < ?", Sql.utc(time));
    }
}
