package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import io.xietong.core.chat.Chat;
import io.xietong.core.item.Essentials;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.text.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where the cards of items are shown, so that they can be kept current. */
public final class JdbiPlaces {

    private final Handle handle;
    private final Serials serials;

    JdbiPlaces(Handle handle, Serials serials) {
        this.handle = handle;
        this.serials = serials;
    }

    /**
     * A card in a chat.
     *
     * @param id       0 before it is stored
     * @param reader   whom it was drawn for; empty in a group
     * @param headline what stood on top when it was sent
     * @param version  the state version it shows
     * @param shows    what it says of the item in essence; empty for cards from before this was kept
     */
    public record Place(
            long id,
            ItemNumber item,
            Optional<String> reader,
            Chat chat,
            String messageId,
            Optional<Message> headline,
            long version,
            Instant sentAt,
            Optional<Essentials> shows) {

        /** The same card after it was changed. */
        public Place showing(long nextVersion, Essentials next, String nextMessageId) {
            return new Place(id, item, reader, chat, nextMessageId, headline, nextVersion, sentAt, Optional.of(next));
        }
    }

    public void add(Place place) {
        handle.execute(
                "INSERT INTO card_place (id, item, person, platform, chat_id, chat_kind, message_id, headline, drawn_version,"
                        + " sent_at, essentials) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                values(
                        serials.next("card_place", "id", handle),
                        place.item().toString(),
                        place.reader(),
                        place.chat().platform(),
                        place.chat().id(),
                        place.chat().kind(),
                        place.messageId(),
                        place.headline().map(Json::write),
                        place.version(),
                        place.sentAt(),
                        place.shows().map(Essentials::text)));
    }

    /** The places that show the item as it was before this version. */
    public List<Place> behind(ItemNumber item, long version) {
        return handle.createQuery("SELECT * FROM card_place WHERE item = ? AND drawn_version < ? ORDER BY id")
                .bind(0, item.toString())
                .bind(1, version)
                .map((row, context) -> place(row))
                .list();
    }

    /** The places whose message was sent on a platform before an instant. */
    public List<Place> olderThan(String platform, Instant sentBefore, int most) {
        return handle.createQuery(
                        "SELECT * FROM card_place WHERE platform = ? AND sent_at < ? ORDER BY sent_at LIMIT ?")
                .bind(0, platform)
                .bind(1, Sql.utc(sentBefore))
                .bind(2, most)
                .map((row, context) -> place(row))
                .list();
    }

    /** The card was changed and shows this now; never goes back. */
    public void drawn(Place place) {
        handle.execute(
                "UPDATE card_place SET drawn_version = ?, essentials = ?, message_id = ? WHERE id = ? AND drawn_version < ?",
                values(
                        place.version(),
                        place.shows().map(Essentials::text),
                        place.messageId(),
                        place.id(),
                        place.version()));
    }

    /** Whether a newer card of the same item stands in the same chat. */
    public boolean hasNewer(Place place) {
        return handle.createQuery(
                        "SELECT id FROM card_place WHERE item = ? AND platform = ? AND chat_id = ? AND id > ? LIMIT 1")
                .bind(0, place.item().toString())
                .bind(1, place.chat().platform())
                .bind(2, place.chat().id())
                .bind(3, place.id())
                .mapTo(Long.class)
                .findFirst()
                .isPresent();
    }

    /** Forgets the place; false when somebody else did so before. */
    public boolean remove(long id) {
        return handle.execute("DELETE FROM card_place WHERE id = ?", id) == 1;
    }

    private static Place place(ResultSet row) throws SQLException {
        Chat chat = new Chat(
                row.getString("platform"), row.getString("chat_id"), Chat.Kind.valueOf(row.getString("chat_kind")), "");
        return new Place(
                row.getLong("id"),
                ItemNumber.read(row.getString("item")).orElseThrow(),
                Sql.optional(row, "person"),
                chat,
                row.getString("message_id"),
                Sql.optional(row, "headline").map(Json::message),
                row.getLong("drawn_version"),
                Sql.instant(row, "sent_at"),
                Sql.optional(row, "essentials").map(Essentials::new));
    }
}
