package io.xietong.app.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Fills a database by copying what is in it under new numbers, faster than by filing. */
final class Multiplying {

    private Multiplying() {}

    /** @param there how many requests there are, numbered from 1; the copies follow */
    static void requests(DataSource source, int there, int wanted) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int shift = there; shift < wanted; shift += there) {
                copy(statement, "request_number", "serial", "serial + " + shift);
                copy(statement, "request", "serial", "serial + " + shift);
                copy(statement, "request_leg", "serial", "serial + " + shift);
                String item = "CONCAT('XQ-', CAST(SUBSTRING(item, 4) AS BIGINT) + " + shift + ")";
                copy(statement, "deadline", "item", item);
                copy(statement, "trail_entry", "item", item);
                connection.commit();
            }
            statement.execute("ANALYZE");
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** The first rows of a table once more, with another value in the column that says whose they are. */
    private static void copy(Statement statement, String table, String key, String value) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT * FROM " + table + " LIMIT 1")) {
            for (int c = 1; c <= row.getMetaData().getColumnCount(); c++)
                columns.add(row.getMetaData().getColumnName(c));
        }
        String values = columns.stream()
                .map(column -> column.equals(key) ? value : column)
                .collect(Collectors.joining(","));
        String serial = key.equals("serial") ? "serial" : "CAST(SUBSTRING(item, 4) AS BIGINT)";
        statement.execute("INSERT INTO " + table + " (" + String.join(",", columns) + ") SELECT " + values + " FROM "
                + table + " WHERE " + serial + " <= 100");
    }
}
