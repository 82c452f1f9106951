package io.xietong.app.store;

import io.xietong.core.chat.Chat;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The chats in which the bot has introduced itself; it does so once in each, however often it is added. */
public final class JdbiGreetings {

    private final Handle handle;

    JdbiGreetings(Handle handle) {
        this.handle = handle;
    }

    /** Whether this is the first greeting in the chat; it is remembered as done. */
    public boolean first(Chat chat, Instant now) {
        String sql = "SELECT chat_id FROM greeted_chat WHERE platform = ? AND chat_id = ?";
        boolean known = new Select(handle, sql, chat.platform(), chat.id())
                .first(row -> row.getString(1))
                .isPresent();
        if (!known) remember(chat, now);
        return !known;
    }

    private void remember(Chat chat, Instant now) {
        handle.execute(
                "INSERT INTO greeted_chat (platform, chat_id, greeted_at) VALUES (?,?,?)",
                chat.platform(),
                chat.id(),
                Sql.utc(now));
    }
}
