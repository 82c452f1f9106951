package io.xietong.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.baseline.BaselineMigrationConfigurationExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tables are brought up to date however often that is broken off (faults.md row 52, point P8). */
@Timeout(300)
class MigrationsTest {

    /** A statement after the table of requests and before the last of their indexes. */
    private static final int FAILING = 4;

    /** As if the process ended there. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed", null, false, false);
        }
    }

    private static HikariDataSource file() {
        return source(DatabaseUrl.durable("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"), "sa");
    }

    private static HikariDataSource server() {
        return source(MariaDbServer.shared().freshDatabase(), "root");
    }

    private static HikariDataSource source(String url, String user) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(url);
        source.setUsername(user);
        source.setPassword("");
        source.setMaximumPoolSize(4);
        return source;
    }

    private static List<String> rows(DataSource source, String question) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            ResultSetMetaData columns = row.getMetaData();
            while (row.next()) {
                StringBuilder one = new StringBuilder();
                for (int column = 1; column <= columns.getColumnCount(); column++)
                    one.append(row.getString(column)).append(' ');
                rows.add(one.toString());
            }
        }
        return rows;
    }

    /**
     * Every column and index, how many constraints each table has, and what stands in it from the start. The index of Flyway's own
     * table is left out: it makes the table once, and a kill right behind that leaves it without.
     */
    private static List<String> state(DataSource source, String schema, String indexes) throws SQLException {
        List<String> state = rows(
                source,
                "SELECT table_name, ordinal_position, column_name, data_type, character_maximum_length, datetime_precision,"
                        + " numeric_precision, numeric_scale, column_default, is_nullable FROM information_schema.columns"
                        + " WHERE table_schema = " + schema + " ORDER BY table_name, ordinal_position");
        state.addAll(rows(source, indexes));
        state.addAll(rows(
                source,
                "SELECT table_name, constraint_type, COUNT(*) FROM information_schema.table_constraints WHERE table_schema = "
                        + schema + " AND table_name <> 'flyway_schema_history'"
                        + " GROUP BY table_name, constraint_type ORDER BY table_name, constraint_type"));
        state.addAll(rows(source, "SELECT * FROM schema_age"));
        state.addAll(rows(source, "SELECT * FROM sandbox_change"));
        return state;
    }

    private static List<String> writtenDown(DataSource source) throws SQLException {
        return rows(
                source,
                "SELECT version, success FROM flyway_schema_history WHERE version IS NOT NULL ORDER BY installed_rank");
    }

    /** As a database that was made before there was one script for all tables. */
    private static void begunLongAgo(DataSource source, String counted) {
        FluentConfiguration first = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .placeholders(Map.of("counted", counted))
                .target("1");
        first.getConfigurationExtension(BaselineMigrationConfigurationExtension.class)
                .setBaselineMigrationPrefix("none");
        first.load().migrate();
    }

    private static List<String> ofAFile(DataSource source) throws SQLException {
        return state(
                source,
                "'public'",
                "SELECT table_name, index_name, column_name, ordinal_position FROM information_schema.index_columns"
                        + " WHERE table_name <> 'flyway_schema_history' AND index_name NOT LIKE 'primary_key%' AND index_name NOT LIKE 'constraint%'"
                        + " ORDER BY table_name, index_name, ordinal_position");
    }

    private static List<String> ofAServer(DataSource source) throws SQLException {
        return state(
                source,
                "DATABASE()",
                "SELECT table_name, index_name, column_name, seq_in_index FROM information_schema.statistics"
                        + " WHERE table_schema = DATABASE() AND table_name <> 'flyway_schema_history'"
                        + " ORDER BY table_name, index_name, seq_in_index");
    }

    /** Starts again and again, killed after each statement of each migration; how often. */
    private static int kills(DataSource source, BiConsumer<DataSource, Runnable> migration) throws SQLException {
        int kills = 0;
        int whole = 0;
        int place = 1;
        while (isKilled(source, migration, place)) {
            kills++;
            int now = rows(source, "SELECT version FROM flyway_schema_history").size();
            place = now > whole ? 1 : place + 1;
            whole = now;
        }
        return kills;
    }

    private static boolean isKilled(DataSource source, BiConsumer<DataSource, Runnable> migration, int place) {
        AtomicInteger statements = new AtomicInteger();
        try {
            migration.accept(source, () -> {
                if (statements.incrementAndGet() == place) throw new Killed();
            });
            return false;
        } catch (Killed killed) {
            return true;
        }
    }

    @Test
    void a_file_is_whole_after_any_number_of_kills() throws Exception {
        try (HikariDataSource smooth = file();
                HikariDataSource killed = file()) {
            Migrations.ofAFile(smooth);
            assertThat(kills(killed, Migrations::ofAFile)).isGreaterThan(50);
            assertThat(ofAFile(killed)).hasSizeGreaterThan(300).isEqualTo(ofAFile(smooth));
            assertThat(writtenDown(killed)).hasSize(1).isEqualTo(writtenDown(smooth));
        }
    }

    @Test
    void an_old_file_comes_to_the_same_tables_as_a_new_one_after_any_number_of_kills() throws Exception {
        try (HikariDataSource made = file();
                HikariDataSource old = file()) {
            Migrations.ofAFile(made);
            begunLongAgo(old, "BIGINT");
            assertThat(kills(old, Migrations::ofAFile)).isGreaterThan(50);
            assertThat(ofAFile(old)).isEqualTo(ofAFile(made));
            assertThat(writtenDown(old)).hasSizeGreaterThan(20);
        }
    }

    @Test
    void a_server_s_tables_are_whole_after_any_number_of_kills() throws Exception {
        try (HikariDataSource smooth = server();
                HikariDataSource killed = server()) {
            Migrations.ofAServer(smooth);
            assertThat(kills(killed, Migrations::ofAServer)).isGreaterThan(50);
            assertThat(ofAServer(killed)).hasSizeGreaterThan(300).isEqualTo(ofAServer(smooth));
            assertThat(writtenDown(killed)).hasSize(1).isEqualTo(writtenDown(smooth));
        }
    }

    @Test
    void an_old_server_comes_to_the_same_tables_as_a_new_one_after_any_number_of_kills() throws Exception {
        try (HikariDataSource made = server();
                HikariDataSource old = server()) {
            Migrations.ofAServer(made);
            begunLongAgo(old, "BIGINT AUTO_INCREMENT");
            assertThat(kills(old, Migrations::ofAServer)).isGreaterThan(50);
            assertThat(ofAServer(old)).isEqualTo(ofAServer(made));
            assertThat(writtenDown(old)).hasSizeGreaterThan(20);
        }
    }

    /** A table that is gone for a moment stands for whatever passes: a full disk, a lock, a server that stops. */
    private static void fails(DataSource source, BiConsumer<DataSource, Runnable> migration) throws SQLException {
        AtomicInteger statements = new AtomicInteger();
        assertThatThrownBy(() -> migration.accept(source, () -> {
                    if (statements.incrementAndGet() == FAILING) run(source, "ALTER TABLE request RENAME TO elsewhere");
                }))
                .isInstanceOf(FlywayException.class);
        assertThat(rows(source, "SELECT success FROM flyway_schema_history WHERE version = '23'"))
                .as("it is written down as failed")
                .hasSize(1);
        run(source, "ALTER TABLE elsewhere RENAME TO request");
    }

    private static void run(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void one_that_failed_on_a_file_is_tried_again_by_the_next_start() throws Exception {
        try (HikariDataSource smooth = file();
                HikariDataSource failed = file()) {
            Migrations.ofAFile(smooth);
            fails(failed, Migrations::ofAFile);
            Migrations.ofAFile(failed);
            assertThat(ofAFile(failed)).isEqualTo(ofAFile(smooth));
        }
    }

    @Test
    void one_that_failed_on_a_server_is_tried_again_by_the_next_start() throws Exception {
        try (HikariDataSource smooth = server();
                HikariDataSource failed = server()) {
            Migrations.ofAServer(smooth);
            fails(failed, Migrations::ofAServer);
            Migrations.ofAServer(failed);
            assertThat(ofAServer(failed)).isEqualTo(ofAServer(smooth));
        }
    }
}
