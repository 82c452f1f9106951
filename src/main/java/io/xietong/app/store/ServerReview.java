package io.xietong.app.store;

import io.xietong.core.text.Message;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What a MySQL or MariaDB server must be set to, looked at when it is opened. Each finding is a sentence that names the setting,
 * its value and what to set instead; {@code database.<key>} in the words, with name and value.
 */
final class ServerReview {

    /** A file is kept in pieces of half a megabyte, and a trail entry may be long. */
    private static final long LEAST_PACKET = 4 << 20;

    private static final long LEAST_IDLE_SECONDS = 180;
    private static final int CONNECTIONS_OF_OTHERS = 10;
    private static final Duration NOTED_SKEW = Duration.ofSeconds(1);
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

    /** @param fatal whether the program does not start with it */
    record Finding(boolean fatal, Message sentence) {}

    private record Rule(String variable, boolean fatal, String key, Predicate<String> fine) {}

    private static final List<Rule> RULES = List.of(
            must("character_set_database", "charset", "utf8mb4"::equals),
            must("character_set_client", "client-charset", "utf8mb4"::equals),
            must("character_set_connection", "client-charset", "utf8mb4"::equals),
            must("character_set_results", "client-charset", value -> value.isEmpty() || value.equals("utf8mb4")),
            should("collation_database", "collation", value -> !value.endsWith("_ci")),
            must("time_zone", "time-zone", "+00:00"::equals),
            must("tx_isolation", "isolation", "READ-COMMITTED"::equals),
            must("transaction_isolation", "isolation", "READ-COMMITTED"::equals),
            must("sql_mode", "sql-mode", value -> value.contains("STRICT_")),
            must("default_storage_engine", "engine", "InnoDB"::equalsIgnoreCase),
            must("read_only", "read-only", ServerReview::isOff),
            must("super_read_only", "read-only", ServerReview::isOff),
            must("version", "version", ServerReview::isRecent),
            should("innodb_flush_log_at_trx_commit", "flush", "1"::equals),
            should("max_allowed_packet", "packet", value -> number(value) >= LEAST_PACKET),
            should("wait_timeout", "idle", value -> number(value) >= LEAST_IDLE_SECONDS));

    private ServerReview() {}

    private static Rule must(String variable, String key, Predicate<String> fine) {
        return new Rule(variable, true, key, fine);
    }

    private static Rule should(String variable, String key, Predicate<String> fine) {
        return new Rule(variable, false, key, fine);
    }

    /**
     * Looks at a server as the program uses it.
     *
     * @param pool connections that this node takes at most
     * @return what should be looked at, a sentence each
     * @throws DatabaseFault with all that the program cannot work with
     */
    static List<Message> accepted(DataSource source, int pool, DatabaseTime time) {
        try (Connection connection = source.getConnection()) {
            List<Finding> findings = of(connection, pool, time.compare(connection));
            List<Message> faults = sentences(findings.stream().filter(Finding::fatal));
            if (!faults.isEmpty()) throw new DatabaseFault(faults);
            return sentences(findings.stream());
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not tell its settings", e);
        }
    }

    private static List<Message> sentences(Stream<Finding> findings) {
        return findings.map(Finding::sentence).toList();
    }

    /**
     * Looks at the settings of a connection as the program uses it.
     *
     * @param pool connections that this node takes at most
     * @param skew by how much the database's clock is ahead of this machine's
     */
    static List<Finding> of(Connection connection, int pool, Duration skew) throws SQLException {
        Map<String, String> variables = variables(connection);
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : RULES) {
            String value = variables.get(rule.variable());
            if (value != null && !rule.fine().test(value))
                findings.add(finding(rule.fatal(), rule.key(), rule.variable(), value));
        }
        if (!isOff(variables.getOrDefault("log_bin", "OFF")) && !"1".equals(variables.get("sync_binlog")))
            findings.add(finding(false, "binlog", "sync_binlog", variables.get("sync_binlog")));
        if (number(variables.get("max_connections")) < pool + CONNECTIONS_OF_OTHERS)
            findings.add(finding(false, "connections", "max_connections", variables.get("max_connections"), pool));
        if (skew.abs().compareTo(NOTED_SKEW) > 0)
            findings.add(new Finding(false, Message.of("database.clock", skew.abs())));
        return findings;
    }

    private static Finding finding(boolean fatal, String key, Object... args) {
        return new Finding(fatal, Message.of("database." + key, args));
    }

    private static Map<String, String> variables(Connection connection) throws SQLException {
        Map<String, String> variables = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW VARIABLES")) {
            while (rows.next()) {
                String value = rows.getString(2);
                variables.put(rows.getString(1).toLowerCase(Locale.ROOT), value == null ? "" : value);
            }
        }
        return variables;
    }

    private static boolean isOff(String value) {
        return value.equalsIgnoreCase("OFF") || value.equals("0") || value.isEmpty();
    }

    private static long number(String value) {
        return value != null && value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    /** SKIP LOCKED came with MariaDB 10.6 and MySQL 8.0. */
    private static boolean isRecent(String version) {
        Matcher number = VERSION.matcher(version);
        if (!number.matches()) return false;
        int major = Integer.parseInt(number.group(1));
        int minor = Integer.parseInt(number.group(2));
        if (!version.contains("MariaDB")) return major >= 8;
        return major > 10 || major == 10 && minor >= 6;
    }
}
