package io.xietong.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Accounts whose owners have left a platform. They stop working at once, whatever {@code organisation.yml} still says. */
public final class JdbiLeavers {

    private final Handle handle;
    private final PeopleFacts facts;

    JdbiLeavers(Handle handle, PeopleFacts facts) {
        this.handle = handle;
        this.facts = facts;
    }

    /** Somebody's account on a platform. */
    record Account(String platform, String id) {}

    /** Harmless twice. */
    public void hasLeft(String platform, String account, Instant now) {
        if (isGone(platform, account)) return;
        facts.change();
        handle.execute(
                "INSERT INTO left_account (platform, account, left_at) VALUES (?,?,?)",
                platform,
                account,
                Sql.utc(now));
    }

    public boolean isGone(String platform, String account) {
        Account asked = new Account(platform, account);
        return facts.of(PeopleFacts.Answers::gone, List.of(asked), open -> Map.of(asked, isListed(asked)))
                .get(asked);
    }

    private boolean isListed(Account account) {
        String sql = "SELECT account FROM left_account WHERE platform = ? AND account = ?";
        return new Select(handle, sql, account.platform(), account.id())
                .first(row -> row.getString(1))
                .isPresent();
    }

    /** The platform lists the account again. */
    public void isBack(String platform, String account) {
        facts.change();
        handle.execute("DELETE FROM left_account WHERE platform = ? AND account = ?", platform, account);
    }
}
