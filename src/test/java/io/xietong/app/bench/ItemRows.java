package io.xietong.app.bench;

import io.xietong.core.item.ItemKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of the items of one kind in an H2 database, in all tables in which they stand. */
final class ItemRows {

    /** What names an item without being part of it. */
    private static final Set<String> BESIDE =
            Set.of("outbox", "card_place", "item_change", "file_link", "calendar_event");

    private final Statement statement;
    private final String table;
    private final String prefix;
    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    ItemRows(Statement statement, ItemKind kind) throws SQLException {
        this.statement = statement;
        this.table = table(kind);
        this.prefix = kind.prefix();
        try (ResultSet row = statement.executeQuery("SELECT table_name, column_name FROM information_schema.columns"
                + " WHERE table_schema = 'PUBLIC' ORDER BY table_name, ordinal_position")) {
            while (row.next())
                columns.computeIfAbsent(row.getString(1).toLowerCase(Locale.ROOT), t -> new ArrayList<>())
                        .add(row.getString(2).toLowerCase(Locale.ROOT));
        }
        columns.keySet().removeIf(name -> !isOfTheKind(name));
    }

    static String table(ItemKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private boolean isOfTheKind(String name) {
        if (name.equals(table)) return true;
        for (ItemKind kind : ItemKind.values())
            if (name.startsWith(table(kind) + "_"))
                return name.startsWith(table + "_") && !name.equals(table + "_number");
        return columns.get(name).contains("item") && !BESIDE.contains(name);
    }

    /** Whether a table tells its items by their number, not by the serial alone. */
    private boolean isByNumber(String name) {
        return !name.startsWith(table) && columns.get(name).contains("item");
    }

    static long greatest(Connection connection, ItemKind kind) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COALESCE(MAX(serial), 0) FROM " + table(kind))) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Copies the items from–to once for each n from first to last.
     *
     * @param step     a copy's serial is greater by n times it
     * @param projects by how much more the serial of the project that it names is greater
     */
    void copy(long from, long to, long step, long first, long last, long projects) throws SQLException {
        for (String name : columns.keySet()) {
            String serial = isByNumber(name) ? "CAST(SUBSTRING(item, 4) AS BIGINT)" : "serial";
            String which = isByNumber(name) && from == to
                    ? "item = '" + prefix + "-" + from + "'"
                    : (isByNumber(name) ? "item LIKE '" + prefix + "-%' AND " : "") + serial + " BETWEEN " + from
                            + " AND " + to;
            String values = columns.get(name).stream()
                    .map(column -> switch (column) {
                        case "serial" -> serial + " + n.x * " + step;
                        case "item" ->
                            isByNumber(name)
                                    ? "CONCAT('" + prefix + "-', " + serial + " + n.x * " + step + ")"
                                    : column;
                        case "project" ->
                            "CONCAT('XM-', CAST(SUBSTRING(project, 4) AS BIGINT) + n.x * " + step + " + " + projects
                                    + ")";
                        default -> column;
                    })
                    .collect(Collectors.joining(","));
            statement.execute("INSERT INTO " + name + " (" + String.join(",", columns.get(name)) + ") SELECT " + values
                    + " FROM " + name + ", SYSTEM_RANGE(" + first + ", " + last + ") n WHERE " + which);
        }
    }

    /** Gives out the serials of all that were copied. */
    void number() throws SQLException {
        statement.execute("INSERT INTO " + table + "_number (serial, taken_at) SELECT serial, CURRENT_TIMESTAMP FROM "
                + table + " WHERE serial > (SELECT MAX(serial) FROM " + table + "_number)");
    }

    /** Gives out the serials up to this one. */
    void reserve(long last) throws SQLException {
        statement.execute(
                "INSERT INTO " + table + "_number (serial, taken_at) VALUES (" + last + ", CURRENT_TIMESTAMP)");
    }

    void delete(long from, long to) throws SQLException {
        for (String name : columns.keySet())
            statement.execute("DELETE FROM " + name + " WHERE "
                    + (isByNumber(name)
                            ? "item IN (SELECT CONCAT('" + prefix + "-', x) FROM SYSTEM_RANGE(" + from + ", " + to
                                    + "))"
                            : "serial BETWEEN " + from + " AND " + to));
    }
}
