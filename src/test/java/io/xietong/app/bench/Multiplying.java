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

    private static final int AT_ONCE = 100;

    private Multiplying() {}

    /** @param there  how many requests there are, numbered from 1; the copies follow */
    static void requests(DataSource source, int there, int wanted) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            int times = wanted / there - 1;
            for (int first = 1; first <= times; first += AT_ONCE) {
                Copies copies = new Copies(statement, there, first, Math.min(times, first + AT_ONCE - 1));
                for (String table : List.of("request_number", "request", "request_leg")) copies.of(table, "serial");
                for (String table : List.of("deadline", "trail_entry")) copies.of(table, "item");
                connection.commit();
            }
            statement.execute("ANALYZE");
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** The first rows of tables, once for each number from first to last, under numbers that are shifted so many times. */
    private record Copies(Statement statement, int there, int first, int last) {

        void of(String table, String key) throws SQLException {
            List<String> columns = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("SELECT * FROM " + table + " LIMIT 1")) {
                for (int c = 1; c <= row.getMetaData().getColumnCount(); c++)
                    columns.add(row.getMetaData().getColumnName(c));
            }
            String serial = key.equals("serial") ? "serial" : "CAST(SUBSTRING(item, 4) AS BIGINT)";
            String shifted = serial + " + n.x * " + there;
            String value = key.equals("serial") ? shifted : "CONCAT('XQ-', " + shifted + ")";
            String values = columns.stream()
                    .map(column -> column.equalsIgnoreCase(key) ? value : column)
                    .collect(Collectors.joining(","));
            statement.execute("INSERT INTO " + table + " (" + String.join(",", columns) + ") SELECT " + values
                    + " FROM " + table + ", SYSTEM_RANGE(" + first + ", " + last + ") n WHERE " + serial + " <= "
                    + there);
        }
    }
}
