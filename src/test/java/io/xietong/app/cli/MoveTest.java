package io.xietong.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.config.Settings;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiTrail;
import io.xietong.app.store.MariaDbServer;
import io.xietong.app.wiring.App;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.trail.TrailEntry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo company's database, with everything that is hard to carry, moves from its file to a real MariaDB. */
@Timeout(90)
class MoveTest {

    private static final Path CONFIG = Path.of("..", "config", "xietong.yml");
    private static final Instant NOW = Instant.parse("2026-11-24T01:02:03.456Z");

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private String told;

    private int move(String to) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        int code = Xietong.run(
                environment, writer, writer, "move", "--config", CONFIG.toString(), "--to", to, "--to-user", "root");
        told = said.toString();
        return code;
    }

    private Settings settings() {
        return Settings.read(CONFIG, environment);
    }

    /** The demo history, a long text with four-byte characters, a file of several pieces. @return the file's hash */
    private String fill() {
        App.start(settings(), Optional.of(NOW)).close();
        byte[] content = new byte[1_300_000];
        new Random(7).nextBytes(content);
        try (Database database = App.database(settings())) {
            return database.inTransaction(books -> {
                books.company().set("emoji", "𠮷🎉 '\"\\% _\n\t" + "长".repeat(300));
                return books.files().keep(content, NOW);
            });
        }
    }

    @Test
    void everything_arrives_and_goes_on_there() throws Exception {
        environment.put("XIETONG_DATABASE_URL", "jdbc:h2:file:" + folder.resolve("data"));
        environment.put("XIETONG_SERVER_PORT", "0");
        fill();
        List<TrailEntry> before;
        try (Database source = App.database(settings())) {
            before = source.read(books -> books.trail().of(ItemNumber.request(18)));
        }
        String target = MariaDbServer.shared().freshDatabaseForMysql();
        environment.put("XIETONG_MOVE_TO_PASSWORD", "");

        assertThat(move(target)).as(() -> told).isEqualTo(ExitCode.OK);
        assertThat(told).contains("trail_entry:", "stored_piece:3 行", "逐表核对一致");
        assertThat(move(target)).as("a second time").isEqualTo(ExitCode.USAGE);
        assertThat(told).contains("已有内容");

        environment.put("XIETONG_DATABASE_URL", target);
        environment.put("XIETONG_DATABASE_USER", "root");
        App.start(settings(), Optional.empty()).close();
        try (Database moved = App.database(settings())) {
            List<TrailEntry> there = moved.read(books -> books.trail().of(ItemNumber.request(18)));
            assertThat(there).isEqualTo(before);
            List<JdbiTrail.TrailFault> faults =
                    moved.read(books -> books.trail().verify());
            assertThat(faults).isEmpty();
            ItemNumber next = moved.inTransaction(books -> books.requests().nextNumber(NOW));
            assertThat(next).isEqualTo(ItemNumber.request(21));
        }
        assertThat(move(target)).as("from a server").isEqualTo(ExitCode.USAGE);
    }

    /** What a collation cannot tell apart does not fit, and the source is as it was. */
    @Test
    void a_target_that_cannot_hold_it_is_said_so() throws Exception {
        environment.put("XIETONG_DATABASE_URL", "jdbc:h2:file:" + folder.resolve("data"));
        try (Database database = App.database(settings())) {
            database.inTransaction(books -> {
                books.company().set("key", "a");
                books.company().set("KEY", "b");
                return null;
            });
        }
        String target = MariaDbServer.shared().freshDatabase();
        assertThat(move(target)).isEqualTo(ExitCode.DAMAGED);
        assertThat(told).contains("表 company_state 迁过去后与原来不一致");
        try (Connection there = DriverManager.getConnection(target, "root", "");
                Statement statement = there.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM request")) {
            rows.next();
            assertThat(rows.getLong(1)).isZero();
        }
    }
}
