package io.xietong.app.store;

import io.xietong.core.item.ItemNumber;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The events in the calendars of the platforms, as they were when they were last brought up to date. */
public final class JdbiCalendarEvents {

    private final Handle handle;

    JdbiCalendarEvents(Handle handle) {
        this.handle = handle;
    }

    /**
     * An event that was made, or was begun to be made.
     *
     * @param madeWith the key of the call that makes it, the same for every attempt
     * @param owner    the account in whose calendar it is made
     * @param event    its id on the platform; empty until it is known that it was made
     * @param shown    tells what it says from what it said before; empty until then
     */
    public record Kept(
            ItemNumber item,
            String platform,
            String madeWith,
            String owner,
            Optional<String> event,
            Optional<String> shown) {

        /** Not made yet, as far as is known. */
        public static Kept begun(ItemNumber item, String platform, String madeWith, String owner) {
            return new Kept(item, platform, madeWith, owner, Optional.empty(), Optional.empty());
        }

        public Kept saying(String id, String what) {
            return new Kept(item, platform, madeWith, owner, Optional.of(id), Optional.of(what));
        }
    }

    /** Those of an item, one for each platform. */
    public List<Kept> of(ItemNumber item) {
        return handle.createQuery("SELECT * FROM calendar_event WHERE item = ? ORDER BY platform")
                .bind(0, item.toString())
                .map((row, context) -> new Kept(
                        item,
                        row.getString("platform"),
                        row.getString("made_with"),
                        row.getString("owner"),
                        Sql.optional(row, "event_id"),
                        Sql.optional(row, "shown")))
                .list();
    }

    /** Writes an event in the place of what was known of the item's on that platform. */
    public void save(Kept event) {
        remove(event.item(), event.platform());
        new Batch(
                        handle,
                        "INSERT INTO calendar_event (item, platform, made_with, owner, event_id, shown)"
                                + " VALUES (?,?,?,?,?,?)")
                .add(
                        event.item().toString(),
                        event.platform(),
                        event.madeWith(),
                        event.owner(),
                        event.event(),
                        event.shown())
                .execute();
    }

    public void remove(ItemNumber item, String platform) {
        handle.execute("DELETE FROM calendar_event WHERE item = ? AND platform = ?", item.toString(), platform);
    }
}
