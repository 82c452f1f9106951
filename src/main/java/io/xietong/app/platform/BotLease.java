package io.xietong.app.platform;

import io.xietong.app.store.Database;
import io.xietong.wecom.WecomLease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/** The lease on the one connection of WeCom's bot, kept in the database that all nodes share. Thread-safe. */
public final class BotLease implements WecomLease {

    private static final String NAME = "wecom-bot";
    private static final Duration LENGTH = Duration.ofSeconds(SECONDS);

    private final Database database;
    private final Clock clock;
    private final String holder = UUID.randomUUID().toString();

    /** @param clock the machine's: nodes compare real times, whatever the company's clock says */
    public BotLease(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public OptionalLong hold() {
        Instant now = clock.instant();
        return database.inTransaction(books -> books.leases().hold(NAME, holder, now, now.plus(LENGTH)));
    }

    @Override
    public void release() {
        database.inTransaction(books -> {
            books.leases().release(NAME, holder, clock.instant());
            return null;
        });
    }
}
