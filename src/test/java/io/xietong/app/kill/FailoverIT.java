package io.xietong.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.store.MariaDbServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One of two of the real jar on one MariaDB is killed, or paused, while it rings the clocks of many requests and tells people; the
 * other does the rest (faults.md rows 7, 8). How long that takes is printed, so that it can be quoted.
 */
class FailoverIT {

    private static final int TIMES = Integer.getInteger("failovers", 1);
    private static final int REQUESTS = 60;
    private static final Duration FIRST_RUNG = Duration.ofHours(6);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    @BeforeAll
    static void startsFaster() throws IOException, InterruptedException {
        ClassArchive.make();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "STOP"})
    void the_other_rings_what_is_due_and_tells_people_and_nothing_is_done_twice(String signal) throws Exception {
        List<Double> rung = new ArrayList<>();
        List<Double> told = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) fail(signal, rung, told);
        System.out.printf(
                Locale.ROOT,
                "%d × a node gets SIG%s: the other has rung all clocks after %s s, told everybody after %s s%n",
                TIMES,
                signal,
                spread(rung),
                spread(told));
    }

    private static String spread(List<Double> seconds) {
        Collections.sort(seconds);
        return "%.1f (at most %.1f)".formatted(seconds.get(seconds.size() / 2), seconds.get(seconds.size() - 1));
    }

    private void fail(String signal, List<Double> rung, List<Double> told) throws Exception {
        String url = MariaDbServer.shared().freshDatabase();
        Node.Start start = Node.Start.in(folder).on(url);
        try (Node failing =
                        start.arguments("--clock", "2026-11-24T09:00:00+08:00").node();
                Node other = Node.Start.in(folder).on(url).node();
                Oracle oracle = Oracle.of(url)) {
            for (int i = 1; i <= REQUESTS; i++) failing.says("li.lei", "求助 设计部 新品海报样稿" + Talkers.name(i));
            oracle.advance(FIRST_RUNG);
            failing.diesWithin(ThreadLocalRandom.current().nextInt(2_000), TimeUnit.MILLISECONDS);
            failing.signal(signal);
            long from = System.nanoTime();
            await(() -> oracle.rungsOfAsked() >= REQUESTS);
            rung.add(seconds(from));
            await(() -> oracle.forgotten().isEmpty() && oracle.waiting() == 0);
            told.add(seconds(from));
            if (signal.equals("STOP")) {
                failing.signal("CONT");
                await(failing::isReady);
            } else {
                failing.kill();
            }
            assertThat(oracle.rungsOfAsked()).isEqualTo(REQUESTS);
            assertThat(oracle.doubled()).isEmpty();
            assertThat(oracle.forgotten()).isEmpty();
            assertThat(other.isReady()).isTrue();
        }
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    private static void await(Callable<Boolean> done) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(done);
    }
}
