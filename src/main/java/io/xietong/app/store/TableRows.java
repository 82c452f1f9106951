package io.xietong.app.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** One table's columns, and its rows as plain values that are the same for every database. */
record TableRows(String table, List<Column> columns) {

    private static final int FETCHED = 500;
    private static final int MOST_ROWS = 500;
    private static final long MOST_BYTES = 1 << 20;

    record Column(String name, int type) {}

    /** Told of each row. */
    interface Reader {
        void row(Object[] values) throws SQLException;
    }

    static TableRows of(Connection connection, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getColumns(null, "public", table, "%")) {
            while (found.next()) columns.add(new Column(found.getString("COLUMN_NAME"), found.getInt("DATA_TYPE")));
        }
        return new TableRows(table, columns);
    }

    private String names() {
        return String.join(", ", columns.stream().map(Column::name).toList());
    }

    /** Reads all rows, a few at a time. */
    void read(Connection connection, Reader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT " + names() + " FROM " + table, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            boolean rowByRow = connection.getMetaData().getURL().startsWith("jdbc:mysql:");
            statement.setFetchSize(rowByRow ? Integer.MIN_VALUE : FETCHED);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) reader.row(values(row));
            }
        }
    }

    private Object[] values(ResultSet row) throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = value(row, i + 1, columns.get(i).type());
            values[i] = row.wasNull() ? null : value;
        }
        return values;
    }

    private static Object value(ResultSet row, int place, int type) throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP -> row.getObject(place, LocalDateTime.class);
            case Types.DATE -> row.getObject(place, LocalDate.class);
            case Types.BOOLEAN, Types.BIT -> row.getBoolean(place);
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT -> row.getLong(place);
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> row.getBytes(place);
            default -> row.getString(place);
        };
    }

    /** Writes rows in batches; each is committed. Closed after the last. */
    Writer writer(Connection connection, TimeBinding times) throws SQLException {
        String places = String.join(",", columns.stream().map(column -> "?").toList());
        return new Writer(
                connection.prepareStatement("INSERT INTO " + table + " (" + names() + ") VALUES (" + places + ")"),
                times);
    }

    /** Not thread-safe. */
    static final class Writer implements AutoCloseable {

        private final PreparedStatement statement;
        private final TimeBinding times;
        private int rows;
        private long bytes;

        private Writer(PreparedStatement statement, TimeBinding times) {
            this.statement = statement;
            this.times = times;
        }

        void add(Object[] row) throws SQLException {
            for (int i = 0; i < row.length; i++) {
                times.set(statement, i + 1, row[i]);
                if (row[i] instanceof byte[] raw) bytes += raw.length;
                else if (row[i] instanceof String text) bytes += text.length() * 3L;
            }
            statement.addBatch();
            if (++rows == MOST_ROWS || bytes > MOST_BYTES) flush();
        }

        private void flush() throws SQLException {
            if (rows > 0) statement.executeBatch();
            statement.getConnection().commit();
            rows = 0;
            bytes = 0;
        }

        void finish() throws SQLException {
            flush();
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
