package io.xietong.app.bench;

import io.xietong.app.store.Database;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The rows that filing requests has left in the tables, sorted by request, so that a bare loop can write the same ones.
 */
final class Recording {

    /** Tables, with how a row tells its request; an event is found in the trail. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("request_number", "serial");
        TABLES.put("request", "serial");
        TABLES.put("request_leg", "serial");
        TABLES.put("deadline", "SUBSTRING(item, 4) + 0");
        TABLES.put("trail_entry", "SUBSTRING(item, 4) + 0");
        TABLES.put("item_change", "SUBSTRING(item, 4) + 0");
        TABLES.put("outbox", "SUBSTRING(item, 4) + 0");
        TABLES.put("inbox_event", "event_id");
    }

    private final List<String> inserts = new ArrayList<>();
    private final Map<String, Long> events = new HashMap<>();
    private final Map<Long, List<List<Object[]>>> requests = new LinkedHashMap<>();

    static Recording of(Database database) throws SQLException {
        Recording recording = new Recording();
        try (Connection connection = database.connection()) {
            int table = 0;
            for (Map.Entry<String, String> entry : TABLES.entrySet())
                recording.read(connection, table++, entry.getKey(), entry.getValue());
        }
        return recording;
    }

    private void read(Connection connection, int table, String name, String serial) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT " + serial + " AS of_request, " + name + ".* FROM " + name + " ORDER BY 1")) {
            int columns = rows.getMetaData().getColumnCount();
            List<String> names = new ArrayList<>();
            for (int c = 2; c <= columns; c++) names.add(rows.getMetaData().getColumnName(c));
            inserts.add("INSERT INTO " + name + " (" + String.join(",", names) + ") VALUES ("
                    + String.join(",", Collections.nCopies(names.size(), "?")) + ")");
            while (rows.next()) {
                Object[] row = new Object[columns - 1];
                for (int c = 2; c <= columns; c++) row[c - 2] = plain(rows.getObject(c));
                long of = name.equals("inbox_event") ? events.getOrDefault(rows.getString(1), 0L) : rows.getLong(1);
                if (name.equals("trail_entry")) events.put(rows.getString("event_id"), of);
                List<List<Object[]>> request = requests.computeIfAbsent(of, s -> {
                    List<List<Object[]>> tables = new ArrayList<>();
                    for (int t = 0; t < TABLES.size(); t++) tables.add(new ArrayList<>());
                    return tables;
                });
                request.get(table).add(row);
            }
        }
    }

    /** As the program itself hands it to the driver; a timestamp of old costs the driver several times as much. */
    private static Object plain(Object value) throws SQLException {
        if (value instanceof Timestamp time) return time.toLocalDateTime();
        return value instanceof Clob text ? text.getSubString(1, (int) text.length()) : value;
    }

    int size() {
        return requests.size();
    }

    int rows() {
        return requests.values().stream()
                .flatMap(List::stream)
                .mapToInt(List::size)
                .sum();
    }

    /**
     * Writes the recorded rows into empty tables, each request in one durable transaction, from several threads. On a file of ours it
     * holds the same lock as the program: what is written without it does not survive a kill as a whole (decision 0042).
     */
    Figures.Run replay(Database database, int threads) throws Exception {
        return replay(database, database.changes(), threads);
    }

    /** The same without that lock: faster, and a kill may leave half of a request in the file. */
    Figures.Run replayInHalves(Database database, int threads) throws Exception {
        return replay(database, new ReentrantReadWriteLock().readLock(), threads);
    }

    private Figures.Run replay(Database database, Lock changes, int threads) throws Exception {
        List<List<List<Object[]>>> all = new ArrayList<>(requests.values());
        List<Bare> speakers = new ArrayList<>();
        for (int t = 0; t < threads; t++) speakers.add(new Bare(database, changes));
        try {
            return Crowd.run(
                    threads,
                    all.size(),
                    (thread, number) -> speakers.get(thread).write(all.get(number * threads + thread)));
        } finally {
            for (Bare speaker : speakers) speaker.connection.close();
        }
    }

    private final class Bare {
        private final Database database;
        private final Lock changes;
        private final Connection connection;
        private final List<PreparedStatement> statements = new ArrayList<>();

        Bare(Database database, Lock changes) throws SQLException {
            this.database = database;
            this.changes = changes;
            connection = database.connection();
            connection.setAutoCommit(false);
            for (String insert : inserts) statements.add(connection.prepareStatement(insert));
        }

        void write(List<List<Object[]>> request) throws SQLException {
            changes.lock();
            try {
                insert(request);
            } finally {
                changes.unlock();
            }
            database.flush();
        }

        private void insert(List<List<Object[]>> request) throws SQLException {
            for (int table = 0; table < request.size(); table++) {
                PreparedStatement statement = statements.get(table);
                for (Object[] row : request.get(table)) {
                    for (int c = 0; c < row.length; c++) statement.setObject(c + 1, row[c]);
                    statement.executeUpdate();
                }
            }
            connection.commit();
        }
    }
}
