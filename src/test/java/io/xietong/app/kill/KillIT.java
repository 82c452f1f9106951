package io.xietong.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real jar on an H2 file is killed again and again while people speak and time passes (faults.md rows 1-6, 54): at random
 * moments, and at the places where a crash hurts most.
 */
class KillIT {

    private static final int KILLS = Integer.getInteger("kills", 32);
    private static final List<String> PLACES =
            List.of("before-commit", "after-commit", "before-send", "after-send", "in-sweep");

    @TempDir
    Path folder;

    private final Talkers talkers = new Talkers();

    @Test
    void after_every_kill_what_people_have_seen_is_there_once_and_nothing_to_be_sent_is_forgotten() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            boolean named = kill % 2 == 0;
            String place = PLACES.get(kill / 2 % PLACES.size());
            int times = ThreadLocalRandom.current().nextInt(1, place.equals("in-sweep") ? 3 : 20);
            Node node = Node.started(folder, named ? place + ":" + times : "");
            List<Thread> people = talkers.speakAt(node);
            talkers.speakUntil(node, ThreadLocalRandom.current().nextInt(1, named ? 60 : 25));
            node.diesWithin(ThreadLocalRandom.current().nextInt(30), TimeUnit.MILLISECONDS);
            node.kill();
            end(people);
        }
        settle();
        judge();
    }

    @Test
    void asked_to_stop_under_load_it_finishes_what_it_does_and_exits_with_0() throws Exception {
        Node node = Node.started(folder, "");
        List<Thread> people = talkers.speakAt(node);
        talkers.speakUntil(node, 50);
        assertThat(node.stop()).isZero();
        end(people);
        assertThat(talkers.seen).isNotEmpty();
        settle();
        judge();
    }

    private static void end(List<Thread> people) throws InterruptedException {
        for (Thread person : people) {
            person.interrupt();
            person.join();
        }
    }

    /** A last start, without anybody speaking: what waits is sent. */
    private void settle() throws Exception {
        Node last = Node.started(folder, "");
        assertThat(last.isAlive()).as(last.log()).isTrue();
        assertThat(last.post("/sandbox/api/clock", "{\"advance\":\"PT0S\"}").statusCode())
                .as(last.log())
                .isEqualTo(200);
        assertThat(last.stop()).as(last.log()).isZero();
    }

    private void judge() throws Exception {
        try (Oracle oracle = new Oracle(folder)) {
            List<String> lost = oracle.lost(talkers.seen);
            List<String> doubled = oracle.doubled();
            List<String> forgotten = oracle.forgotten();
            System.out.printf(
                    "%d commands, %d numbers seen, %d rungs: %d lost, %d doubled, %d messages forgotten%n",
                    talkers.commands.get(),
                    talkers.seen.size(),
                    oracle.rungs(),
                    lost.size(),
                    doubled.size(),
                    forgotten.size());
            assertThat(lost)
                    .as("requests whose number was seen and that are gone")
                    .isEmpty();
            assertThat(doubled).as("effects that happened twice").isEmpty();
            assertThat(forgotten).as("messages forgotten").isEmpty();
        }
        assertThat(Node.run(folder, "verify-trail")).as("verify-trail").isZero();
    }
}
