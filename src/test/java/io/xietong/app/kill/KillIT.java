package io.xietong.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real jar on an H2 file is killed again and again while people speak and time passes (faults.md rows 1-6, 54, 55): at random
 * moments, and at the places where a crash hurts most.
 */
class KillIT {

    private static final int KILLS = Integer.getInteger("kills", 32);
    private static final List<String> PLACES =
            List.of("before-commit", "after-commit", "before-send", "after-send", "in-sweep");

    /** How the JVM ends when it is told to end for want of memory. */
    private static final int OUT_OF_MEMORY = 3;

    /** What a run leaves behind that found something is kept. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final Talkers talkers = new Talkers();

    @BeforeAll
    static void startsFaster() throws IOException, InterruptedException {
        ClassArchive.make();
    }

    @Test
    void after_every_kill_what_people_have_seen_is_there_once_and_nothing_to_be_sent_is_forgotten() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            boolean named = kill % 2 == 0;
            String place = PLACES.get(kill / 2 % PLACES.size());
            int times = ThreadLocalRandom.current().nextInt(1, place.equals("in-sweep") ? 3 : 20);
            Node node = Node.Start.in(folder)
                    .crashing(named ? place + ":" + times : "")
                    .node();
            List<Thread> people = talkers.speakAt(node);
            talkers.speakUntil(node, ThreadLocalRandom.current().nextInt(1, named ? 60 : 25));
            node.diesWithin(ThreadLocalRandom.current().nextInt(30), TimeUnit.MILLISECONDS);
            node.kill();
            Talkers.end(people);
        }
        settle();
        judge(KILLS);
    }

    @Test
    void asked_to_stop_under_load_it_finishes_what_it_does_and_exits_with_0() throws Exception {
        Node node = Node.Start.in(folder).node();
        List<Thread> people = talkers.speakAt(node);
        talkers.speakUntil(node, 50);
        assertThat(node.stop()).isZero();
        Talkers.end(people);
        assertThat(talkers.seen).isNotEmpty();
        settle();
        judge(0);
    }

    @Test
    void out_of_memory_it_ends_and_what_people_have_seen_is_there_after_the_next_start() throws Exception {
        Node node = Node.Start.in(folder)
                .option("-XX:+ExitOnOutOfMemoryError")
                .crashing("before-commit:20:memory")
                .node();
        List<Thread> people = talkers.speakAt(node);
        assertThat(node.diesWithin(180, TimeUnit.SECONDS)).as(node.log()).isTrue();
        assertThat(node.exitCode()).isEqualTo(OUT_OF_MEMORY);
        Talkers.end(people);
        settle();
        judge(1);
    }

    /** A last start, without anybody speaking: what waits is sent. */
    private void settle() throws Exception {
        Node last = Node.Start.in(folder).node();
        assertThat(last.isAlive()).as(last.log()).isTrue();
        assertThat(last.post("/sandbox/api/clock", "{\"advance\":\"PT0S\"}").statusCode())
                .as(last.log())
                .isEqualTo(200);
        assertThat(last.stop()).as(last.log()).isZero();
    }

    private void judge(int kills) throws Exception {
        try (Oracle oracle = Oracle.of(folder)) {
            Verdict.of(oracle, talkers).tell(kills, "1 node on H2").isClean();
        }
        assertThat(Node.Start.in(folder).run("verify-trail")).as("verify-trail").isZero();
    }
}
