package io.xietong.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.store.MariaDbServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * This release and the two that come after it on one MariaDB, while people speak: the first of them only adds to the tables, and dies
 * while it does; the second needs what was added (faults.md row 52, decisions 0036 and 0049).
 */
@Timeout(900)
class RollingUpgradeIT {

    private static final int TOO_OLD = 69;
    private static final String ADDS = """
            CREATE TABLE next_release (id BIGINT NOT NULL PRIMARY KEY, text VARCHAR(190) NOT NULL);
            ALTER TABLE request ADD COLUMN next_release VARCHAR(20) NULL;
            CREATE INDEX request_by_next_release ON request (next_release);
            INSERT INTO next_release (id, text) VALUES (1, 'there');
            """;
    private static final String NEEDS = "UPDATE schema_age SET oldest = 9001;";
    private static final String ADDED =
            "SELECT (SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()"
                    + " AND table_name = 'next_release'), (SELECT COUNT(*) FROM information_schema.columns WHERE table_schema ="
                    + " DATABASE() AND table_name = 'request' AND column_name = 'next_release'), (SELECT COUNT(*) FROM"
                    + " information_schema.statistics WHERE table_schema = DATABASE() AND index_name = 'request_by_next_release'),"
                    + " (SELECT COUNT(*) FROM flyway_schema_history WHERE version = '9001' AND success)";

    /** What a run leaves behind that found something is kept. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final String url = MariaDbServer.shared().freshDatabase();
    private final Talkers talkers = new Talkers();
    private final List<Node> nodes = new ArrayList<>();

    @AfterEach
    void closes() {
        nodes.forEach(Node::close);
    }

    private Node.Start start(Path jar) throws Exception {
        return Node.Start.in(folder).of(jar).on(url);
    }

    private Node launched(Node.Start start) throws Exception {
        Node node = start.launched();
        nodes.add(node);
        return node;
    }

    private Node serving(Path jar) throws Exception {
        Node node = launched(start(jar));
        Awaitility.await().atMost(180, TimeUnit.SECONDS).until(() -> !node.isAlive() || node.isReady());
        assertThat(node.isAlive()).as(node.log()).isTrue();
        return node;
    }

    /** Somebody files a request there, and sees its number. */
    private void works(Node node, String need) throws Exception {
        node.says("guo.jing", "求助 设计部 " + need);
        assertThat(node.sees("guo.jing")).as(node.log()).contains(need).contains("XQ-");
    }

    /** How many there are of the table, the column, the index and the entry in the history. */
    private List<Integer> added() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "root", "");
                ResultSet row = connection.createStatement().executeQuery(ADDED)) {
            row.next();
            return List.of(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4));
        }
    }

    private static void endsWith(Node node, int code) throws Exception {
        assertThat(node.diesWithin(180, TimeUnit.SECONDS)).as(node.log()).isTrue();
        assertThat(node.exitCode()).as(node.log()).isEqualTo(code);
    }

    @Test
    void a_killed_migration_goes_on_both_releases_work_and_the_old_one_steps_aside_when_it_must() throws Exception {
        Path next = Release.jar(folder, "0.2.0", Map.of("V9001__adds.sql", ADDS));
        Path afterNext = Release.jar(folder, "0.3.0", Map.of("V9001__adds.sql", ADDS, "V9002__needs.sql", NEEDS));
        Node old = serving(Node.JAR);
        List<Thread> people = new ArrayList<>(talkers.speakAt(old, 0));
        talkers.speakUntil(old, 10);

        endsWith(launched(start(next).crashing("in-migration:2")), 137);
        assertThat(added()).as("half of it is done").containsExactly(1, 1, 0, 0);
        works(old, "新品吊牌");

        Node newer = serving(next);
        assertThat(added()).as("the next start went on").containsExactly(1, 1, 1, 1);
        people.addAll(talkers.speakAt(newer, 1));
        assertThat(old.get("/health/nodes").body())
                .contains("\"0.2.0\"", ":" + old.port(), ":" + newer.port())
                .doesNotContain("\"rings-clocks\":false");
        talkers.speakUntil(newer, 20);
        works(old, "新品展架");
        works(newer, "新品画册");

        Node newest = serving(afterNext);
        endsWith(old, TOO_OLD);
        endsWith(launched(start(Node.JAR)), TOO_OLD);
        works(newer, "新品封套");
        works(newest, "新品手册");
        Talkers.end(people);
        assertThat(newer.stop()).as(newer.log()).isZero();
        assertThat(newest.stop()).as(newest.log()).isZero();
        Verdict.settled(start(afterNext), url, talkers)
                .tell(1, "three releases on MariaDB")
                .isClean();
        try (Oracle oracle = Oracle.of(url)) {
            assertThat(oracle.requests())
                    .contains("新品吊牌", "新品展架", "新品画册", "新品封套", "新品手册")
                    .doesNotHaveDuplicates();
        }
    }
}
