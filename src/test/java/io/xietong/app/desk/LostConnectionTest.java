package io.xietong.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.app.config.Settings;
import io.xietong.app.store.Database;
import io.xietong.app.store.Lost;
import io.xietong.app.store.MariaDbServer;
import io.xietong.app.wiring.CompanyFiles;
import io.xietong.app.wiring.Phrases;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection breaks in the middle of an event while the database itself stays well (faults.md rows 8, 11). */
@Timeout(60)
class LostConnectionTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    private final CompanyFiles company =
            CompanyFiles.read(Settings.read(Path.of("..", "config", "xietong.yml"), Map.of()));
    private final AtomicBoolean breaks = new AtomicBoolean();

    private static String fresh(String driver) {
        MariaDbServer server = MariaDbServer.shared();
        return driver.equals("mysql") ? server.freshDatabaseForMysql() : server.freshDatabase();
    }

    /** Its next event finds the connection broken as soon as it asks for the company. */
    private Desk desk(Database database, String url) {
        return new Desk(
                database,
                () -> {
                    if (breaks.getAndSet(false)) endConnections(url);
                    return company.get();
                },
                Phrases.book(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                company::readCalendarAgain,
                () -> {},
                List.of());
    }

    private static Inbound event(String id, Inbound.Said said) {
        Chat chat = new Chat("sandbox", "li.lei", Chat.Kind.SINGLE, "");
        return new Inbound("sandbox", id, "li.lei", chat, said, NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "mysql"})
    void a_text_is_left_to_come_again_and_is_done_then(String driver) {
        String url = fresh(driver);
        try (Database database = Database.open(url, "root", "", 1)) {
            Desk desk = desk(database, url);
            Inbound text = event("a", new Inbound.Text("求助 设计部 新品海报"));
            breaks.set(true);
            assertThatThrownBy(() -> desk.receive(text)).matches(Lost::theConnection);
            assertThat(database.<Integer>read(books -> books.outbox().newest(50).size()))
                    .isZero();

            desk.receive(text);
            assertThat(database.<Integer>read(books -> books.outbox().newest(50).size()))
                    .isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "mysql"})
    void a_press_is_told_to_come_again_and_is_done_then(String driver) {
        String url = fresh(driver);
        try (Database database = Database.open(url, "root", "", 1)) {
            Desk desk = desk(database, url);
            Map<String, String> form = Map.of("department", "design", "need", "海报");
            breaks.set(true);
            assertThat(desk.receive(event("a", new Inbound.Press("求助", 0, form, "m")))
                            .toast())
                    .hasValueSatisfying(toast -> assertThat(toast).startsWith("系统"));
            assertThat(desk.receive(event("b", new Inbound.Press("求助", 0, form, "m")))
                            .toast())
                    .hasValueSatisfying(toast -> assertThat(toast).contains("XQ-1 向 设计部 求助"));
        }
    }

    /** Of everybody else to this database. */
    private static void endConnections(String url) {
        try (Connection root = DriverManager.getConnection(url, "root", "");
                Statement statement = root.createStatement()) {
            List<Long> others = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()")) {
                while (rows.next()) others.add(rows.getLong(1));
            }
            for (long other : others) statement.execute("KILL " + other);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
