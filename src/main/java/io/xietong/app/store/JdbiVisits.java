package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Who was asked to sign in before a web form is shown, and who was let in; by hashes, which open nothing. */
public final class JdbiVisits {

    private final Handle handle;

    JdbiVisits(Handle handle) {
        this.handle = handle;
    }

    /** @param letIn false while the visitor is still asked who they are */
    public void add(String secretHash, String formHash, boolean letIn, Instant until) {
        handle.execute(
                "INSERT INTO form_visit (secret_hash, token_hash, let_in, until_at) VALUES (?,?,?,?)",
                values(secretHash, formHash, letIn, until));
    }

    /** Takes back that somebody was asked; false when nobody was, or it was taken before, or is too long ago. */
    public boolean take(String secretHash, String formHash, Instant now) {
        return handle.execute(
                        "DELETE FROM form_visit WHERE secret_hash = ? AND token_hash = ? AND let_in = ? AND until_at > ?",
                        values(secretHash, formHash, false, now))
                == 1;
    }

    public boolean isLetIn(String secretHash, String formHash, Instant now) {
        return handle.createQuery("SELECT COUNT(*) FROM form_visit"
                                + " WHERE secret_hash = ? AND token_hash = ? AND let_in = TRUE AND until_at > ?")
                        .bind(0, secretHash)
                        .bind(1, formHash)
                        .bind(2, Sql.utc(now))
                        .mapTo(Long.class)
                        .one()
                == 1;
    }

    public int forgetBefore(Instant time) {
        return handle.execute("DELETE FROM form_visit WHERE until_at < ?", Sql.utc(time));
    }
}
