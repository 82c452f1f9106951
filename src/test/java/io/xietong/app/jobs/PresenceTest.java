package io.xietong.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xietong.app.store.Database;
import io.xietong.app.store.DatabaseFault;
import io.xietong.app.store.MariaDbServer;
import io.xietong.app.store.Node;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes of one real database know of each other; one whose clock is off or whose version is too old does no harm (row 33, 52). */
@Timeout(60)
class PresenceTest {

    private final String url = MariaDbServer.shared().freshDatabase();
    private final Database database = Database.open(url, "root", "", 5);
    private final AtomicReference<Duration> skew = new AtomicReference<>(Duration.ofMillis(3));
    private final List<Boolean> told = new ArrayList<>();
    private final AtomicInteger stepsAside = new AtomicInteger();

    @AfterEach
    void closes() {
        database.close();
    }

    private Presence node(String host) {
        return new Presence(
                database,
                new Presence.Self(host, "127.0.0.1:8080", "0.1.0"),
                Duration.ofSeconds(30),
                skew::get,
                told::add,
                stepsAside::incrementAndGet);
    }

    private List<Node> all() {
        return database.read(books -> books.nodes().all());
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void nodes_know_of_each_other_until_they_stop() {
        try (Presence first = node("one");
                Presence second = node("two")) {
            first.start();
            second.start();
            assertThat(all()).extracting(Node::host).containsExactlyInAnyOrder("one", "two");
            assertThat(all())
                    .allMatch(Node::sweeps)
                    .noneMatch(node -> node.isSilent(database.time().instant()));
            Node later = all().get(0);
            assertThat(later.isSilent(later.seen().plusSeconds(31))).isTrue();
        }
        assertThat(all()).isEmpty();
    }

    @Test
    void a_node_whose_clock_is_far_off_rings_nothing_until_it_is_right() {
        try (Presence node = node("one")) {
            skew.set(Duration.ofSeconds(3));
            node.beat();
            assertThat(told).as("a little does not matter").containsExactly(true);
            skew.set(Duration.ofSeconds(-90));
            node.beat();
            node.beat();
            assertThat(told).containsExactly(true, false);
            assertThat(all()).singleElement().satisfies(row -> {
                assertThat(row.sweeps()).isFalse();
                assertThat(row.skew()).isEqualTo(Duration.ofSeconds(-90));
            });
            skew.set(Duration.ZERO);
            node.beat();
            assertThat(told).containsExactly(true, false, true);
        }
    }

    /** Newer tables alone do no harm to an older node; those that say so do. */
    @Test
    void a_node_steps_aside_when_the_tables_need_a_newer_one() throws SQLException {
        run("INSERT INTO flyway_schema_history SELECT 999, '999', 'future', type, 'V999__future.sql', checksum,"
                + " installed_by, installed_on, execution_time, success FROM flyway_schema_history"
                + " WHERE installed_rank = 1");
        try (Presence node = node("one")) {
            node.beat();
            assertThat(stepsAside).hasValue(0);
            Database.open(url, "root", "", 2).close();
            run("UPDATE schema_age SET oldest = 999");
            node.beat();
            node.beat();
            assertThat(stepsAside).hasValue(1);
            assertThatThrownBy(() -> Database.open(url, "root", "", 2).close())
                    .isInstanceOfSatisfying(
                            DatabaseFault.class,
                            fault -> assertThat(fault.kind()).isEqualTo(DatabaseFault.Kind.VERSION));
        }
    }
}
