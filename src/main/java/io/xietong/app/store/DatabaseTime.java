package io.xietong.app.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time that all nodes of one database share, for leases: this machine's clock, put right by what the database's clock said when
 * they were last compared. Never for business: due times go by the company's clock. Thread-safe.
 */
final class DatabaseTime extends Clock {

    private final Clock machine = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    /** By how much the database's clock is ahead of this machine's; negative when it is behind. */
    Duration ahead() {
        return ahead;
    }

    /** Compares the clocks by a question to a MySQL or MariaDB server. */
    Duration compare(Connection server) throws SQLException {
        try (Statement statement = server.createStatement()) {
            Instant asked = machine.instant();
            try (ResultSet row = statement.executeQuery("SELECT UTC_TIMESTAMP(3) AS now_at")) {
                row.next();
                Instant there = row.getObject("now_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
                Instant middle =
                        asked.plus(Duration.between(asked, machine.instant()).dividedBy(2));
                ahead = Duration.ofMillis(Duration.between(middle, there).toMillis());
                return ahead;
            }
        }
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
