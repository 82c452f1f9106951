package io.xietong.app.story;

import io.xietong.core.item.ItemNumber;
import io.xietong.emulator.Ledger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a time has cost, by kind of item: commands, messages, cards put up to date, rows and the bytes in them. Looked into each
 * day, before the outbox forgets.
 */
final class YearTally {

    /** What belongs to no item: conversation, people, the program's own. */
    static final String NO_KIND = "-";

    /** Rows that are deleted after some days, and the scheduler's and the migrations' own. */
    private static final String PASSING = "outbox|inbox_event|item_change|(qrtz|flyway|sandbox)_.*";

    /** In the paths of calls. */
    private static final Pattern ID =
            Pattern.compile("/((o[mcu]_|union-|event_)[^/]+|[^/]+@group\\.calendar\\.[^/]+|[0-9a-f-]{32,})");

    private final Office office;
    private final Map<Long, Letter> letters = new HashMap<>();
    private final Map<Long, String> places = new HashMap<>();

    private record Letter(String kind, boolean refresh, boolean left) {}

    YearTally(Office office) {
        this.office = office;
    }

    void look() {
        each("SELECT * FROM outbox", row -> {
            boolean alone = row.getLong("digest") == 0 || row.getLong("digest") == row.getLong("id");
            boolean left = alone && row.getString("state").equals("SENT");
            boolean refresh = row.getString("kind").equals("REFRESH");
            letters.put(row.getLong("id"), new Letter(kind(row.getString("item")), refresh, left));
        });
        each("SELECT id, item FROM card_place", row -> places.put(row.getLong("id"), kind(row.getString("item"))));
    }

    /** What it took on a platform: messages that came from it, and calls to it. */
    List<String> calls(String platform) {
        EmulatedStage emulated = (EmulatedStage) office.stage;
        List<String> lines = new ArrayList<>();
        lines(lines, "pushes", platform, Map.of("", (long) emulated.answers()));
        lines(lines, "calls", platform, calls(emulated.emulator().ledger()));
        return lines;
    }

    /** One line for each figure: what it counts, the kind of item, the number. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines(lines, "items", "", items());
        lines(lines, "readers", "", Map.of("HY", count("meeting_invitee"), "GG", count("notice_receipt")));
        lines(lines, "commands", "", commands());
        lines(lines, "messages", "", letters(false));
        lines(lines, "changes", "", letters(true));
        lines(lines, "updates", "", updates());
        Map<String, Long> rows = new TreeMap<>();
        Map<String, Long> bytes = new TreeMap<>();
        for (String table : tables()) weigh(table, rows, bytes);
        lines(lines, "rows", "", rows);
        lines(lines, "bytes", "", bytes);
        return lines;
    }

    private static void lines(List<String> lines, String what, String stage, Map<String, Long> figures) {
        new TreeMap<>(figures)
                .forEach((kind, figure) ->
                        lines.add(String.join("\t", what, (stage + " " + kind).strip(), Long.toString(figure))));
    }

    private static String kind(String item) {
        return item == null
                ? NO_KIND
                : ItemNumber.read(item)
                        .map(number -> item.substring(0, item.indexOf('-')))
                        .orElse(NO_KIND);
    }

    /** Calls that carry something to people, by method and path; asking for a token is not one. */
    private static Map<String, Long> calls(Ledger ledger) {
        Map<String, Long> calls = new TreeMap<>();
        for (Ledger.Entry call : ledger.all()) {
            String what = ID.matcher(call.what()).replaceAll("/…");
            if (!what.matches(".*(oken|onnections/open).*")) calls.merge(what, 1L, Long::sum);
        }
        return calls;
    }

    private Map<String, Long> items() {
        Map<String, Long> items = new TreeMap<>();
        each("SELECT DISTINCT item FROM trail_entry", row -> items.merge(kind(row.getString(1)), 1L, Long::sum));
        return items;
    }

    private long count(String table) {
        List<Long> rows = new ArrayList<>();
        each("SELECT COUNT(*) FROM " + table, row -> rows.add(row.getLong(1)));
        return rows.get(0);
    }

    /** Messages and presses of people that changed something, each under the first item that it changed. */
    private Map<String, Long> commands() {
        Map<String, Long> commands = new TreeMap<>();
        each(
                "SELECT event_id, MIN(item) AS item FROM trail_entry WHERE person IS NOT NULL GROUP BY event_id",
                row -> commands.merge(kind(row.getString("item")), 1L, Long::sum));
        return commands;
    }

    private Map<String, Long> letters(boolean refresh) {
        Map<String, Long> counted = new TreeMap<>();
        letters.values().stream()
                .filter(letter -> letter.left() && letter.refresh() == refresh)
                .forEach(letter -> counted.merge(letter.kind(), 1L, Long::sum));
        return counted;
    }

    /** Cards put up to date: as many as show the item, each time it changes. */
    private Map<String, Long> updates() {
        Map<String, Long> updates = new TreeMap<>();
        office.platform
                .redrawn()
                .forEach((place, times) -> updates.merge(places.getOrDefault(place, NO_KIND), times, Long::sum));
        return updates;
    }

    private List<String> tables() {
        List<String> tables = new ArrayList<>();
        each("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'", row -> {
            String table = row.getString(1).toLowerCase(Locale.ROOT);
            if (!table.matches(PASSING)) tables.add(table);
        });
        return tables;
    }

    private void weigh(String table, Map<String, Long> rows, Map<String, Long> bytes) {
        each("SELECT * FROM " + table, row -> {
            String kind = owner(table, row);
            rows.merge(kind, 1L, Long::sum);
            bytes.merge(kind, size(row), Long::sum);
        });
    }

    private static String owner(String table, ResultSet row) throws SQLException {
        for (int c = 1; c <= row.getMetaData().getColumnCount(); c++)
            if (row.getMetaData().getColumnName(c).equalsIgnoreCase("item")) return kind(row.getString(c));
        return switch (table.replaceAll("_.*", "")) {
            case "request" -> "XQ";
            case "dispute" -> "ZY";
            case "action" -> "XD";
            case "project" -> "XM";
            case "gate" -> "PS";
            case "meeting" -> "HY";
            case "notice" -> "GG";
            case "document" -> "WJ";
            default -> NO_KIND;
        };
    }

    /** Of the values alone: text as UTF-8, eight bytes for a number or a time. */
    private static long size(ResultSet row) throws SQLException {
        long size = 0;
        for (int c = 1; c <= row.getMetaData().getColumnCount(); c++) {
            Object value = row.getObject(c);
            if (value instanceof String text) size += text.getBytes(StandardCharsets.UTF_8).length;
            else if (value instanceof java.sql.Clob clob)
                size += clob.getSubString(1, (int) clob.length()).getBytes(StandardCharsets.UTF_8).length;
            else if (value instanceof java.sql.Blob blob) size += blob.length();
            else if (value instanceof byte[] raw) size += raw.length;
            else if (value != null) size += 8;
        }
        return size;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String sql, Row reader) {
        try (Connection connection = office.database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) reader.read(row);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
