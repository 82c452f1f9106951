package io.xietong.app.bench;

import io.xietong.app.store.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Fills a database by copying what is in it under new numbers, faster than by filing. */
final class Multiplying {

    private static final int AT_ONCE = 100;

    private Multiplying() {}

    private static final List<String> REQUESTS =
            List.of("request_number", "request", "request_leg", "deadline", "trail_entry");
    private static final List<String> PROJECTS = List.of(
            "project_number",
            "project",
            "project_milestone",
            "project_support",
            "project_signature",
            "project_member",
            "deadline",
            "trail_entry",
            "item_person",
            "item_waiting");
    private static final List<String> MEETINGS = List.of(
            "meeting_number",
            "meeting",
            "meeting_invitee",
            "meeting_topic",
            "deadline",
            "trail_entry",
            "item_person",
            "item_waiting");

    /** @param there  how many requests there are, numbered from 1; the copies follow */
    static void requests(Database database, int there, int wanted) throws SQLException {
        items(database, "XQ", REQUESTS, there, wanted);
    }

    static void projects(Database database, int there, int wanted) throws SQLException {
        items(database, "XM", PROJECTS, there, wanted);
    }

    static void meetings(Database database, int there, int wanted) throws SQLException {
        items(database, "HY", MEETINGS, there, wanted);
    }

    private static void items(Database database, String prefix, List<String> tables, int there, int wanted)
            throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            int times = wanted / there - 1;
            for (int first = 1; first <= times; first += AT_ONCE) {
                Copies copies = new Copies(statement, prefix, there, first, Math.min(times, first + AT_ONCE - 1));
                for (String table : tables) copies.of(table);
                connection.commit();
            }
            statement.execute("ANALYZE");
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** The first rows of tables, once for each number from first to last, under numbers that are shifted so many times. */
    private record Copies(Statement statement, String prefix, int there, int first, int last) {

        void of(String table) throws SQLException {
            List<String> columns = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("SELECT * FROM " + table + " LIMIT 1")) {
                for (int c = 1; c <= row.getMetaData().getColumnCount(); c++)
                    columns.add(row.getMetaData().getColumnName(c).toLowerCase(Locale.ROOT));
            }
            boolean byItem = columns.contains("item");
            String serial = byItem ? "CAST(SUBSTRING(item, 4) AS BIGINT)" : "serial";
            String values =
                    columns.stream().map(column -> value(column, serial)).collect(Collectors.joining(","));
            statement.execute("INSERT INTO " + table + " (" + String.join(",", columns) + ") SELECT " + values
                    + " FROM " + table + ", SYSTEM_RANGE(" + first + ", " + last + ") n WHERE "
                    + (byItem ? "item LIKE '" + prefix + "-%' AND " : "") + serial + " <= " + there);
        }

        private String value(String column, String serial) {
            String shifted = serial + " + n.x * " + there;
            return switch (column) {
                case "serial" -> shifted;
                case "item" -> "CONCAT('" + prefix + "-', " + shifted + ")";
                default -> column;
            };
        }
    }
}
