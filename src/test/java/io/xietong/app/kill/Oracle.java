package io.xietong.app.kill;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks into the tables of a stopped node and says what is wrong. */
final class Oracle implements AutoCloseable {

    private static final Pattern DUE = Pattern.compile("\"rung\":\"due\",\"due\":\"([^\"]*)\",\"at\":\"([^\"]*)\"");

    private final Connection connection;

    private Oracle(Connection connection) {
        this.connection = connection;
    }

    /** Of a database file that nobody has open. */
    static Oracle of(Path folder) throws SQLException {
        String own = ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;IFEXISTS=TRUE";
        return new Oracle(DriverManager.getConnection(Node.databaseUrl(folder) + own, "sa", ""));
    }

    /** Of a server's database, while nodes may be at work. */
    static Oracle of(String url) throws SQLException {
        return new Oracle(DriverManager.getConnection(url, "root", ""));
    }

    /** Requests whose number somebody has seen and that are not there, or say something else. */
    List<String> lost(Map<Long, String> seen) throws SQLException {
        Map<Long, String> kept = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT serial, need FROM request")) {
            while (rows.next()) kept.put(rows.getLong(1), rows.getString(2));
        }
        List<String> lost = new ArrayList<>();
        seen.forEach((number, need) -> {
            if (!need.equals(kept.get(number))) lost.add("XQ-" + number + " " + need + ": " + kept.get(number));
        });
        return lost;
    }

    /** What all requests ask for, the demo's earlier ones left out. */
    List<String> requests() throws SQLException {
        return list("SELECT need FROM request ORDER BY serial");
    }

    /** What was asked once and filed twice, and rungs that fired twice. */
    List<String> doubled() throws SQLException {
        List<String> doubled =
                list("SELECT need FROM request WHERE need LIKE '新品海报样稿%' GROUP BY need HAVING COUNT(*) > 1");
        doubled.addAll(list("SELECT CONCAT(item, ' ', detail) FROM trail_entry WHERE fact = 'RungReached'"
                + " GROUP BY item, detail HAVING COUNT(*) > 1"));
        doubled.addAll(list("SELECT CONCAT(item, ' accepted twice') FROM trail_entry WHERE fact = 'Accepted'"
                + " AND state_before = 'AWAITING_RESPONSE' GROUP BY item HAVING COUNT(*) > 1"));
        return doubled;
    }

    /** How many messages could leave now, those included that somebody has claimed. */
    long waiting() throws SQLException {
        return list("SELECT id FROM outbox WHERE state = 'WAITING' AND due_at <= (SELECT MAX(said_at) FROM sandbox_message)")
                .size();
    }

    /** Messages that wait although nothing holds them, were given up, or count as sent and never arrived. */
    List<String> forgotten() throws SQLException {
        List<String> forgotten = list("SELECT CONCAT('waits: ', id, ' ', lane) FROM outbox WHERE state = 'WAITING'"
                + " AND attempts = 0 AND due_at <= (SELECT MAX(said_at) FROM sandbox_message)");
        forgotten.addAll(list("SELECT CONCAT('given up: ', id, ' ', last_error) FROM outbox WHERE state = 'DEAD'"));
        forgotten.addAll(list("SELECT CONCAT('never arrived: ', id) FROM outbox o WHERE state = 'SENT'"
                + " AND kind NOT IN ('REFRESH','CALENDAR') AND digest IS NULL"
                + " AND NOT EXISTS (SELECT 1 FROM sandbox_message m WHERE m.delivery_key = CONCAT('m', o.id))"));
        Set<String> told =
                new HashSet<>(list("SELECT item FROM outbox WHERE kind = 'CARD' GROUP BY item HAVING COUNT(*) >= 2"));
        for (String item : list("SELECT CONCAT('XQ-', serial) FROM request WHERE need LIKE '新品海报样稿%'"))
            if (!told.contains(item)) forgotten.add("nobody was told of " + item);
        forgotten.addAll(list("SELECT CONCAT('an old card of ', item) FROM card_place p JOIN request r"
                + " ON p.item = CONCAT('XQ-', r.serial) WHERE p.drawn_version < r.version"));
        return forgotten;
    }

    long rungs() throws SQLException {
        return list("SELECT seq FROM trail_entry WHERE fact = 'RungReached'").size();
    }

    /** Those of what people in the tests have asked, the demo's earlier requests left out. */
    long rungsOfAsked() throws SQLException {
        return list("SELECT t.seq FROM trail_entry t JOIN request r ON t.item = CONCAT('XQ-', r.serial)"
                        + " WHERE t.fact = 'RungReached' AND r.need LIKE '新品海报样稿%'")
                .size();
    }

    /** Moves the company's clock, of which nodes take notice by themselves. */
    void advance(Duration time) throws SQLException {
        Duration ahead = Duration.parse(list("SELECT text FROM company_state WHERE name = 'clock.ahead'")
                .get(0));
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE company_state SET text = ? WHERE name = 'clock.ahead'")) {
            statement.setString(1, ahead.plus(time).toString());
            statement.executeUpdate();
        }
    }

    /** By how many seconds of the company's time the rungs at the end of a clock came after it, the least first. */
    List<Long> late() throws SQLException {
        List<Long> late = new ArrayList<>();
        for (String detail : list("SELECT detail FROM trail_entry WHERE fact = 'RungReached'")) {
            Matcher rung = DUE.matcher(detail);
            if (rung.find())
                late.add(Duration.between(Instant.parse(rung.group(1)), Instant.parse(rung.group(2)))
                        .toSeconds());
        }
        Collections.sort(late);
        return late;
    }

    private List<String> list(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) found.add(rows.getString(1));
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
