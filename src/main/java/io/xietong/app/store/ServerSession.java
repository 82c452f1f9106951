package io.xietong.app.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a MySQL or MariaDB server is spoken to, the same with both drivers: time limits, session settings and the pool's habits. A
 * limit that the address names itself stays as it is there.
 */
final class ServerSession {

    /** Names that both drivers know; milliseconds. A server that hangs is given up before the platforms give us up. */
    private static final Map<String, String> LIMITS = Map.of("connectTimeout", "5000", "socketTimeout", "10000");

    private static final int LOCK_WAIT_SECONDS = 5;
    private static final String LOCK_WAIT = "innodb_lock_wait_timeout";

    /** What a node holds that was stopped in the middle of its work is free again for the others; they take over within ten seconds. */
    private static final int IDLE_SECONDS = 5;

    private static final String IDLE = "idle_transaction_timeout";
    static final String SQL_MODE = "STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    /** Less than what servers and the network between usually allow an idle connection. */
    private static final long KEEP_ALIVE_MILLIS = 120_000;

    private static final long LONGEST_LIFE_MILLIS = 900_000;

    private ServerSession() {}

    static boolean isServer(String url) {
        return url.startsWith("jdbc:mysql:") || url.startsWith("jdbc:mariadb:");
    }

    /** For what people and platforms wait for. */
    static void limit(HikariConfig config) {
        String url = config.getJdbcUrl().toLowerCase(Locale.ROOT);
        LIMITS.forEach((name, millis) -> {
            if (!names(url, name)) config.addDataSourceProperty(name, millis);
        });
        List<String> settings = settings();
        if (!names(url, LOCK_WAIT)) settings.add(LOCK_WAIT + " = " + LOCK_WAIT_SECONDS);
        String onMariaDb = names(url, IDLE) ? "" : " /*M! , SESSION " + IDLE + " = " + IDLE_SECONDS + " */";
        config.setConnectionInitSql("SET SESSION " + String.join(", SESSION ", settings) + onMariaDb);
        config.setAutoCommit(false); // to switch it off and on again is two round trips of each transaction
        config.setKeepaliveTime(KEEP_ALIVE_MILLIS);
        config.setMaxLifetime(LONGEST_LIFE_MILLIS);
        config.setValidationTimeout(2_000);
    }

    /** For migrations, which take the time they take, and are one at a time. */
    static void unlimited(HikariConfig config) {
        config.setConnectionInitSql("SET SESSION " + String.join(", SESSION ", settings()));
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        config.setPoolName("migrations");
    }

    /** For a transaction that waits for another database in between. */
    static void mayFallSilent(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION time_zone = '+00:00' /*M! , SESSION " + IDLE + " = 0 */");
        }
    }

    private static List<String> settings() {
        return new ArrayList<>(List.of("time_zone = '+00:00'", "sql_mode = '" + SQL_MODE + "'"));
    }

    private static boolean names(String url, String parameter) {
        return url.contains(parameter.toLowerCase(Locale.ROOT) + "=");
    }
}
