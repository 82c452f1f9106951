package io.xietong.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** How values are written to and read from columns: times as UTC, nothing depends on the zone of the machine or the session. */
final class Sql {

    private Sql() {}

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    static Optional<LocalDate> optionalDate(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    static Optional<String> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Optional<Integer> optionalInt(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    /** So many question marks, for a list of values; at least one. */
    static String questionMarks(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }

    /**
     * Values for an {@code IN}, the last of them repeated until their number is a power of two: each other number would be one
     * more statement to parse and to keep.
     *
     * @param values at least one
     */
    static <T> List<T> rounded(Collection<T> values) {
        List<T> rounded = new ArrayList<>(values);
        T last = rounded.get(rounded.size() - 1);
        while (Integer.bitCount(rounded.size()) > 1) rounded.add(last);
        return rounded;
    }

    /** The values as the driver takes them: optionals unwrapped, instants in UTC, enums by name. */
    static Object[] values(Object... values) {
        Object[] plain = new Object[values.length];
        for (int i = 0; i < values.length; i++) plain[i] = plain(values[i]);
        return plain;
    }

    private static Object plain(Object value) {
        if (value instanceof Optional<?> optional)
            return optional.map(Sql::plain).orElse(null);
        if (value instanceof Instant instant) return utc(instant);
        if (value instanceof Enum<?> name) return name.name();
        return value;
    }
}
