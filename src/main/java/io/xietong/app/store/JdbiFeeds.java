package io.xietong.app.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Links to people's calendars, by the hash of their token: who has the table cannot use them. */
public final class JdbiFeeds {

    private final Handle handle;

    JdbiFeeds(Handle handle) {
        this.handle = handle;
    }

    public void add(String tokenHash, String person, Instant now) {
        handle.execute(
                "INSERT INTO calendar_feed (token_hash, person, made_at) VALUES (?,?,?)",
                tokenHash,
                person,
                Sql.utc(now));
    }

    /** Whose calendar a token opens; empty when it opens none, or none any more. */
    public Optional<String> person(String tokenHash) {
        return handle.createQuery("SELECT person FROM calendar_feed WHERE token_hash = ?")
                .bind(0, tokenHash)
                .mapTo(String.class)
                .findOne();
    }

    /** Has all links of a person open nothing any more; says how many there were. */
    public int revoke(String person) {
        return handle.execute("DELETE FROM calendar_feed WHERE person = ?", person);
    }
}
