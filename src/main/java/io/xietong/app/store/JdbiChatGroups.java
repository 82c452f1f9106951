package io.xietong.app.store;

import io.xietong.core.chat.Chat;
import io.xietong.core.item.ItemNumber;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The chat groups that the bot made, as they were when it last kept them in step. */
public final class JdbiChatGroups {

    private final Handle handle;

    JdbiChatGroups(Handle handle) {
        this.handle = handle;
    }

    /** A group that was made. @param members person ids */
    public record Kept(ItemNumber item, Chat chat, Set<String> members) {
        public Kept {
            members = Set.copyOf(members);
        }
    }

    public Optional<Kept> of(ItemNumber item) {
        return kept("item = ?", item.toString()).stream().findFirst();
    }

    /** All that were made on a platform. */
    public List<Kept> on(String platform) {
        return kept("platform = ?", platform);
    }

    private List<Kept> kept(String which, String value) {
        Map<String, Set<String>> members = members(which, value);
        return handle.createQuery("SELECT * FROM chat_group g WHERE g." + which + " ORDER BY g.item")
                .bind(0, value)
                .map((row, context) -> new Kept(
                        ItemNumber.read(row.getString("item")).orElseThrow(),
                        new Chat(
                                row.getString("platform"),
                                row.getString("chat_id"),
                                Chat.Kind.GROUP,
                                row.getString("name")),
                        members.getOrDefault(row.getString("item"), Set.of())))
                .list();
    }

    private Map<String, Set<String>> members(String which, String value) {
        Map<String, Set<String>> members = new HashMap<>();
        handle.createQuery(
                        "SELECT m.item, m.person FROM chat_group g JOIN chat_group_member m ON m.item = g.item WHERE g."
                                + which)
                .bind(0, value)
                .map((row, context) -> members.computeIfAbsent(row.getString("item"), item -> new HashSet<>())
                        .add(row.getString("person")))
                .list();
        return members;
    }

    /** Writes a group in the place of what was known of the item's. */
    public void save(Kept group) {
        String item = group.item().toString();
        handle.execute("DELETE FROM chat_group WHERE item = ?", item);
        handle.execute("DELETE FROM chat_group_member WHERE item = ?", item);
        Chat chat = group.chat();
        handle.execute(
                "INSERT INTO chat_group (item, platform, chat_id, name) VALUES (?,?,?,?)",
                item,
                chat.platform(),
                chat.id(),
                chat.name());
        Batch batch = new Batch(handle, "INSERT INTO chat_group_member (item, person) VALUES (?,?)");
        group.members().forEach(person -> batch.add(item, person));
        batch.execute();
    }
}
