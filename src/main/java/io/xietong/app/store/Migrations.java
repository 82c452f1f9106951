package io.xietong.app.store;

import io.xietong.app.crash.CrashPoint;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings tables up to date. A file is refused when its tables are newer than the program. On a server programs of two versions
 * work side by side while nodes are upgraded one after the other, as far as the tables allow (decision 0036).
 */
final class Migrations {

    /** Flyway's, which is not there before the first migration. */
    private static final String WRITTEN_DOWN = "flyway_schema_history";

    private Migrations() {}

    static void ofAFile(DataSource source) {
        ofAFile(source, Migrations::mayDie);
    }

    /** @param after called after each statement */
    static void ofAFile(DataSource source, Runnable after) {
        migrate(
                source,
                configured(source, "BIGINT", after)
                        .ignoreMigrationPatterns(new String[0])
                        .load());
    }

    /** @return the newest migration that this program knows */
    static int ofAServer(DataSource source) {
        return ofAServer(source, Migrations::mayDie);
    }

    /** @param after called after each statement */
    static int ofAServer(DataSource source, Runnable after) {
        Flyway flyway = configured(source, "BIGINT AUTO_INCREMENT", after)
                .ignoreMigrationPatterns("*:future")
                .load();
        int newest = Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .mapToInt(version -> Integer.parseInt(version.getVersion()))
                .max()
                .orElseThrow();
        migrate(source, flyway);
        int oldest = oldest(source);
        if (oldest > newest)
            throw new DatabaseFault(
                    DatabaseFault.Kind.VERSION, "migration " + oldest + " is needed, " + newest + " is known", null);
        return newest;
    }

    /** Looks at what a database would need and leaves it. */
    static void warmUp(DataSource source) {
        configured(source, "BIGINT", Migrations::mayDie).load().info();
    }

    private static void mayDie() {
        CrashPoint.hit("in-migration");
    }

    /** One that failed, such as for a full disk, is tried again like one that was killed. */
    private static void migrate(DataSource source, Flyway flyway) {
        forgetFailures(source);
        flyway.migrate();
    }

    private static void forgetFailures(DataSource source) {
        try (Connection connection = source.getConnection();
                ResultSet table =
                        connection.getMetaData().getTables(connection.getCatalog(), null, WRITTEN_DOWN, null);
                Statement statement = connection.createStatement()) {
            if (table.next()) statement.executeUpdate("DELETE FROM " + WRITTEN_DOWN + " WHERE success = FALSE");
        } catch (SQLException e) {
            throw new IllegalStateException("a failed migration cannot be tried again", e);
        }
    }

    private static FluentConfiguration configured(DataSource source, String counted, Runnable after) {
        return Flyway.configure()
                .dataSource(Resuming.over(source, after))
                .locations("classpath:db/migration")
                .placeholders(Map.of("counted", counted));
    }

    private static int oldest(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT oldest FROM schema_age WHERE id = 1")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the tables do not tell their age", e);
        }
    }
}
