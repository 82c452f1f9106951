package io.xietong.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.store.MariaDbServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real jar while its MariaDB is killed, hangs and comes back (faults.md rows 10, 11). */
@Timeout(900)
class DatabaseGoneIT {

    private static final String ASKER = "ou_lilei";
    private static final int FEW = 5;
    private static final int MANY = 60;
    /** What the fake Feishu shows when no answer came within its three seconds. */
    private static final String TOO_LATE = "200341";

    @TempDir
    private Path folder;

    private final MariaDbServer server = MariaDbServer.shared();
    private final String url = server.freshDatabase();
    private final Outside platform = new Outside();

    @AfterEach
    void restores() throws Exception {
        signal("CONT");
        server.startAgain();
        platform.close();
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(server.process().pid()))
                .start()
                .waitFor();
    }

    private Node started() throws Exception {
        Node node = platform.joined(Node.Start.in(folder).on(url)).node();
        platform.pushTo(node);
        platform.says(ASKER, "求助 设计部 新品海报");
        awaitSeen("XQ-1");
        return node;
    }

    private void awaitSeen(String text) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(180))
                .until(() -> !platform.sees(ASKER, text).isEmpty());
    }

    private void nothingIsHalfDone(Node node) throws Exception {
        assertThat(node.stop()).as(node.log()).isZero();
        assertThat(Node.Start.in(folder).on(url).run("verify-trail"))
                .as("verify-trail")
                .isZero();
        try (Oracle oracle = Oracle.of(url)) {
            assertThat(oracle.requests()).containsExactlyInAnyOrder("新品海报", "上市横幅");
        }
    }

    @Test
    void after_a_kill_of_the_server_all_is_well_again_within_seconds_and_nothing_is_half_done() throws Exception {
        try (Node node = started()) {
            server.kill();
            platform.says(ASKER, "求助 设计部 上市横幅");
            assertThat(platform.presses(ASKER, "待办"))
                    .hasValueSatisfying(toast -> assertThat(toast).doesNotContain(TOO_LATE));
            assertThat(node.isAlive()).isTrue();
            assertThat(platform.sees(ASKER, "上市横幅")).isEmpty();

            server.startAgain();
            long back = System.nanoTime();
            Awaitility.await().atMost(Duration.ofSeconds(180)).until(node::isReady);
            System.out.printf("ready %d ms after the database%n", (System.nanoTime() - back) / 1_000_000);
            platform.bringsAgain();
            awaitSeen("上市横幅");
            nothingIsHalfDone(node);
        }
    }

    /** So many presses at once; what popped up for each. */
    private List<String> press(int times) {
        ExecutorService crowd = Executors.newFixedThreadPool(times);
        try {
            List<CompletableFuture<Optional<String>>> presses = IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> platform.presses(ASKER, "待办"), crowd))
                    .toList();
            return presses.stream()
                    .map(CompletableFuture::join)
                    .map(Optional::orElseThrow)
                    .toList();
        } finally {
            crowd.shutdown();
        }
    }

    /** A busy machine may be late with some, so that a few are pressed until all are answered in time. */
    @Test
    void while_the_server_hangs_everybody_is_answered_in_time_and_threads_are_bounded() throws Exception {
        try (Node node = started()) {
            long before = node.threads();
            signal("STOP");
            platform.says(ASKER, "求助 设计部 上市横幅");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(180))
                    .until(() -> press(FEW).stream().noneMatch(toast -> toast.contains(TOO_LATE)));
            assertThat(press(MANY)).hasSize(MANY);
            assertThat(node.threads()).isLessThan(before + 150);
            assertThat(node.answers("/health/live")).isTrue();

            isBack(node);
        }
    }

    /** The command fails at the limit of its connection, and when it is asked why, the database is well again. */
    @Test
    void what_the_server_has_kept_hanging_to_the_limit_is_done_when_it_comes_again() throws Exception {
        try (Node node = started()) {
            signal("STOP");
            platform.says(ASKER, "求助 设计部 上市横幅");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(180))
                    .until(() -> node.log().contains("marked as broken"));
            isBack(node);
        }
    }

    private void isBack(Node node) throws Exception {
        signal("CONT");
        Awaitility.await().atMost(Duration.ofSeconds(180)).until(node::isReady);
        platform.bringsAgain();
        awaitSeen("上市横幅");
        nothingIsHalfDone(node);
    }
}
