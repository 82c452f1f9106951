package io.xietong.app.platform;

import io.xietong.app.store.Database;
import io.xietong.wecom.WecomLease;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;

/** The lease on the one connection of WeCom's bot. Thread-safe. */
public final class BotLease implements WecomLease {

    private final NodeLease lease;

    /** @param clock the machine's: nodes compare real times, whatever the company's clock says */
    public BotLease(Database database, Clock clock) {
        this.lease = new NodeLease(database, clock, "wecom-bot");
    }

    @Override
    public OptionalLong hold() {
        return lease.hold(Duration.ofSeconds(SECONDS));
    }

    @Override
    public void release() {
        lease.release();
    }
}
