package io.xietong.app.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Accounts whose owners have left a platform. They stop working at once, whatever {@code organisation.yml} still says. */
public final class JdbiLeavers {

    private final Handle handle;

    JdbiLeavers(Handle handle) {
        this.handle = handle;
    }

    /** Harmless twice. */
    public void hasLeft(String platform, String account, Instant now) {
        if (isGone(platform, account)) return;
        handle.execute(
                "INSERT INTO left_account (platform, account, left_at) VALUES (?,?,?)",
                platform,
                account,
                Sql.utc(now));
    }

    public boolean isGone(String platform, String account) {
        String sql = "SELECT account FROM left_account WHERE platform = ? AND account = ?";
        return new Select(handle, sql, platform, account)
                .first(row -> row.getString(1))
                .isPresent();
    }

    /** The platform lists the account again. */
    public void isBack(String platform, String account) {
        handle.execute("DELETE FROM left_account WHERE platform = ? AND account = ?", platform, account);
    }
}
