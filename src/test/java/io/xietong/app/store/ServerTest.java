package io.xietong.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.core.request.Request;
import io.xietong.core.text.Language;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a MySQL or MariaDB server is opened: what is set, what is looked at, and that both drivers do the same (faults.md row 12). */
@Timeout(60)
class ServerTest {

    private static final Words ENGLISH = Words.in(Language.ENGLISH, ZoneOffset.UTC);

    private static String fresh(String driver) {
        MariaDbServer server = MariaDbServer.shared();
        return driver.equals("mysql") ? server.freshDatabaseForMysql() : server.freshDatabase();
    }

    private static String sound() {
        return MariaDbServer.shared().freshDatabase("utf8mb4 COLLATE utf8mb4_bin");
    }

    private static Database open(String url) {
        return Database.open(url, "root", "", 5);
    }

    private static List<String> said(List<Message> messages) {
        return messages.stream().map(ENGLISH::say).toList();
    }

    private static List<String> ask(Database database, String question) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) answers.add(row.getString(i));
        }
        return answers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "mysql"})
    void a_session_is_set_up_the_same_with_both_drivers(String driver) throws SQLException {
        try (Database database = open(fresh(driver))) {
            assertThat(ask(
                            database,
                            "SELECT @@time_zone, @@tx_isolation, @@innodb_lock_wait_timeout, @@idle_transaction_timeout,"
                                    + " @@character_set_client, @@sql_mode"))
                    .containsExactly("+00:00", "READ-COMMITTED", "5", "5", "utf8mb4", ServerSession.SQL_MODE);
            assertThat(said(database.attention())).allMatch(sentence -> sentence.contains("utf8mb4_general_ci"));
            assertThat(database.compareClocks()).isBetween(Duration.ofSeconds(-1), Duration.ofSeconds(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "mysql"})
    void what_a_node_holds_that_has_fallen_silent_is_free_again_and_it_writes_nothing(String driver)
            throws SQLException {
        String url = fresh(driver) + "&sessionVariables=idle_transaction_timeout=1";
        try (Database silent = open(url);
                Database other = open(url)) {
            Stored<Request> item = silent.inTransaction(books -> Samples.keep(books, "海报", 1));
            assertThatThrownBy(() -> silent.inTransaction(books -> {
                        lock(books, item);
                        books.company().set("silent", "wrote");
                        other.inTransaction(now -> {
                            lock(now, item);
                            return null;
                        });
                        return books.company().get("silent");
                    }))
                    .matches(Lost::theConnection, "says that its connection is gone");
            Optional<String> written = other.read(books -> books.company().get("silent"));
            assertThat(written).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "mysql"})
    void who_runs_the_program_need_not_be_able_to_change_tables(String driver) throws SQLException {
        String url = fresh(driver);
        Account root = new Account("root", "");
        Account writer = new Account(MariaDbServer.WRITER, "");
        try (Database database = Database.open(url, writer, root, 5)) {
            database.inTransaction(books -> Samples.keep(books, "海报", 1));
        }
        try (Database again = Database.open(url, writer, writer, 5)) {
            assertThat(again.<Long>read(books -> books.trail().count())).isPositive();
            try (Connection connection = again.connection();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("DELETE FROM flyway_schema_history");
            }
        }
        assertThatThrownBy(() -> Database.open(url, writer, writer, 5))
                .as("tables that are to be made")
                .asInstanceOf(InstanceOfAssertFactories.type(DatabaseFault.class))
                .returns(DatabaseFault.Kind.RIGHTS, DatabaseFault::kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "mysql"})
    void two_that_wait_for_each_other_both_get_through(String driver) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Database database = open(fresh(driver))) {
            Stored<Request> first = database.inTransaction(books -> Samples.keep(books, "海报 🎉 𠮷", 1));
            Stored<Request> second = database.inTransaction(books -> Samples.keep(books, "横幅", 1));
            CyclicBarrier both = new CyclicBarrier(2);
            AtomicInteger tries = new AtomicInteger();
            List<CompletableFuture<Void>> crossing = List.of(List.of(first, second), List.of(second, first)).stream()
                    .map(order -> CompletableFuture.<Void>supplyAsync(
                            () -> database.inTransaction(books -> {
                                int attempt = tries.incrementAndGet();
                                lock(books, order.get(0));
                                if (attempt <= 2) await(both);
                                lock(books, order.get(1));
                                return null;
                            }),
                            threads))
                    .toList();
            crossing.forEach(CompletableFuture::join);
            assertThat(tries).as("one of them lost and came again").hasValue(3);
            Optional<Stored<Request>> kept =
                    database.read(books -> books.requests().find(first.item().number()));
            assertThat(kept).contains(first);
        } finally {
            threads.shutdown();
        }
    }

    private static void lock(Books books, Stored<Request> request) {
        assertThat(books.requests().lockFree(List.of(request.item().number().serial())))
                .hasSizeLessThanOrEqualTo(1);
        books.company().set(request.item().number().toString(), "locked");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void who_waits_too_long_for_a_lock_comes_again() throws Exception {
        String patient = fresh("mysql") + "&sessionVariables=innodb_lock_wait_timeout=1";
        try (Database database = open(patient);
                Connection other = database.connection()) {
            assertThat(ask(database, "SELECT @@innodb_lock_wait_timeout"))
                    .as("the address wins")
                    .containsExactly("1");
            database.inTransaction(books -> set(books, "first"));
            other.setAutoCommit(false);
            other.createStatement().executeUpdate("UPDATE company_state SET text = 'other' WHERE name = 'k'");
            AtomicInteger tries = new AtomicInteger();
            database.inTransaction(books -> {
                if (tries.incrementAndGet() == 2) commit(other);
                return set(books, "second");
            });
            assertThat(tries).hasValue(2);
            Optional<String> kept = database.read(books -> books.company().get("k"));
            assertThat(kept).contains("second");
        }
    }

    private static Object set(Books books, String text) {
        books.company().set("k", text);
        return text;
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_database_that_cannot_hold_every_character_is_refused_with_what_to_do() {
        String old = MariaDbServer.shared().freshDatabase("latin1");
        assertThatThrownBy(() -> open(old).close())
                .isInstanceOfSatisfying(
                        DatabaseFault.class,
                        fault -> assertThat(said(fault.findings()))
                                .containsExactly("The database's character_set_database is latin1, which cannot hold"
                                        + " every character. Please make it utf8mb4: ALTER DATABASE name CHARACTER SET"
                                        + " utf8mb4 COLLATE utf8mb4_bin (tables that exist must be converted too)."));
    }

    @Test
    void a_sound_server_needs_no_attention_and_one_that_forgets_does() throws SQLException {
        String url = sound();
        try (Database database = open(url)) {
            assertThat(said(database.attention())).isEmpty();
        }
        try (Connection root = DriverManager.getConnection(url, "root", "");
                Statement statement = root.createStatement()) {
            statement.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 2");
            try (Database database = open(url)) {
                assertThat(said(database.attention()))
                        .containsExactly("The server's innodb_flush_log_at_trx_commit is 2: a power cut loses the last"
                                + " second of what was acknowledged. Please set it to 1.");
            } finally {
                statement.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
            }
        }
    }

    /** Each setting that can be wrong has its sentence in both languages, with its name and value. */
    @Test
    void every_setting_has_a_sentence() throws SQLException {
        try (Connection raw = DriverManager.getConnection(sound(), "root", "");
                Statement statement = raw.createStatement()) {
            statement.execute("SET time_zone = '+08:00', sql_mode = '', default_storage_engine = 'MyISAM',"
                    + " wait_timeout = 60, tx_isolation = 'REPEATABLE-READ', collation_connection = 'latin1_bin'");
            List<ServerReview.Finding> findings = ServerReview.of(raw, 500, Duration.ofSeconds(90));
            List<Message> sentences =
                    findings.stream().map(ServerReview.Finding::sentence).toList();
            assertThat(said(sentences))
                    .anyMatch(text -> text.contains("time_zone is +08:00"))
                    .anyMatch(text -> text.contains("sql_mode is \"\""))
                    .anyMatch(text -> text.contains("default_storage_engine is MyISAM"))
                    .anyMatch(text -> text.contains("wait_timeout is 60"))
                    .anyMatch(text -> text.contains("tx_isolation is REPEATABLE-READ"))
                    .anyMatch(text -> text.contains("character_set_connection is latin1"))
                    .anyMatch(text -> text.contains("max_connections"))
                    .anyMatch(text -> text.contains("differ by"))
                    .hasSize(8);
            Words chinese = Words.in(Language.CHINESE, ZoneOffset.UTC);
            assertThat(sentences.stream().map(chinese::say)).allMatch(text -> text.contains("请"));
        }
    }
}
