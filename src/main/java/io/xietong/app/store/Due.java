package io.xietong.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something that waits, and until when.
 *
 * @param serial of the item
 * @param at     empty when no clock of it runs
 */
public record Due(long serial, Optional<Instant> at) {

    /** Earliest first, what has no clock last. */
    public static final Comparator<Due> EARLIEST = Comparator.<Due, Instant>comparing(
                    due -> due.at().orElse(Instant.MAX))
            .thenComparing(Due::serial);

    static Due row(ResultSet row) throws SQLException {
        return new Due(row.getLong("serial"), Sql.optionalInstant(row, "due_at"));
    }
}
