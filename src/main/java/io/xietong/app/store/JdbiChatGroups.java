package io.xietong.app.store;

import io.xietong.core.chat.Chat;
import io.xietong.core.item.ItemNumber;
import java.util.Collection;
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
        return of(List.of(item)).stream().findFirst();
    }

    /** Those of the items that have one. */
    public List<Kept> of(Collection<ItemNumber> items) {
        if (items.isEmpty()) return List.of();
        return kept(
                "item IN (" + Sql.questionMarks(items.size()) + ")",
                items.stream().map(ItemNumber::toString).toArray());
    }

    /** All that were made on a platform. */
    public List<Kept> on(String platform) {
        return kept("platform = ?", platform);
    }

    private List<Kept> kept(String which, Object... values) {
        Map<String, Set<String>> members = new HashMap<>();
        new Select(
                        handle,
                        "SELECT m.item, m.person FROM chat_group g JOIN chat_group_member m ON m.item = g.item WHERE g."
                                + which,
                        values)
                .list(row -> members.computeIfAbsent(row.getString(1), item -> new HashSet<>())
                        .add(row.getString(2)));
        return new Select(
                        handle,
                        "SELECT item, platform, chat_id, name FROM chat_group WHERE " + which + " ORDER BY item",
                        values)
                .list(row -> new Kept(
                        ItemNumber.read(row.getString(1)).orElseThrow(),
                        new Chat(row.getString(2), row.getString(3), Chat.Kind.GROUP, row.getString(4)),
                        members.getOrDefault(row.getString(1), Set.of())));
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
