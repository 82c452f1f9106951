package io.xietong.app.store;

import static io.xietong.app.store.Sql.values;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Links into the console and the visits they began; by hashes, which open nothing. */
public final class JdbiConsolePasses {

    private final Handle handle;

    JdbiConsolePasses(Handle handle) {
        this.handle = handle;
    }

    /**
     * Somebody who may open the console.
     *
     * @param account by the platform's id
     * @param until   when it ends
     */
    public record Pass(String platform, String account, Instant until) {}

    /** @param entered false for a link, true for a visit */
    public void add(String secretHash, boolean entered, Pass pass) {
        handle.execute(
                "INSERT INTO console_pass (secret_hash, entered, platform, account, until_at) VALUES (?,?,?,?,?)",
                values(secretHash, entered, pass.platform(), pass.account(), pass.until()));
    }

    /** Empty when there is none, or it has ended. */
    public Optional<Pass> find(String secretHash, boolean entered, Instant now) {
        return handle.createQuery("SELECT * FROM console_pass WHERE secret_hash = ? AND entered = ? AND until_at > ?")
                .bind(0, secretHash)
                .bind(1, entered)
                .bind(2, Sql.utc(now))
                .map((row, context) ->
                        new Pass(row.getString("platform"), row.getString("account"), Sql.instant(row, "until_at")))
                .findOne();
    }

    /** Uses a link up, or ends a visit; false when that was done before. */
    public boolean take(String secretHash, boolean entered) {
        return handle.execute(
                        "DELETE FROM console_pass WHERE secret_hash = ? AND entered = ?", values(secretHash, entered))
                == 1;
    }

    public int forgetBefore(Instant time) {
        return handle.execute("DELETE FROM console_pass WHERE until_at < ?", Sql.utc(time));
    }
}
