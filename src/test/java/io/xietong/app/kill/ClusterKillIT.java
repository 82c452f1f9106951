package io.xietong.app.kill;

import io.xietong.app.store.MariaDbServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several of the real jar on one MariaDB: one after the other is killed and started again, at random moments and at the places where
 * a crash hurts most, while people speak to all of them and time passes (faults.md rows 5, 6, 8).
 */
class ClusterKillIT {

    private static final int KILLS = Integer.getInteger("kills", 6);
    private static final int NODES = Integer.getInteger("nodes", 2);
    private static final List<String> PLACES =
            List.of("before-commit", "after-commit", "before-send", "after-send", "in-sweep");

    /** What a run leaves behind that found something is kept. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final String url = MariaDbServer.shared().freshDatabase();
    private final Talkers talkers = new Talkers();
    private final AtomicReferenceArray<Node> nodes = new AtomicReferenceArray<>(NODES);
    private final Map<Node, List<Thread>> people = new HashMap<>();

    @AfterEach
    void closes() {
        for (int place = 0; place < NODES; place++)
            if (nodes.get(place) != null) nodes.get(place).close();
    }

    private void start(int place, String crash) throws Exception {
        Node node = Node.Start.in(folder).on(url).crashing(crash).node();
        nodes.set(place, node);
        people.put(node, talkers.speakAt(node, place));
    }

    private void end(int place) throws Exception {
        Node node = nodes.get(place);
        node.kill();
        Talkers.end(people.remove(node));
    }

    /** Moves the clock for all of them, at one node that is there, until it is interrupted. */
    private void moveClock() {
        while (!Thread.currentThread().isInterrupted()) {
            Node node = nodes.get(ThreadLocalRandom.current().nextInt(NODES));
            try {
                if (node.isAlive()) node.post("/sandbox/api/clock", "{\"advance\":\"PT5H\"}");
            } catch (IOException gone) {
                // It was killed; the next one goes on.
            }
        }
    }

    @Test
    void whichever_node_is_killed_what_people_have_seen_is_there_once_and_nothing_to_be_sent_is_forgotten()
            throws Exception {
        for (int place = 0; place < NODES; place++) start(place, "");
        Thread clock = new Thread(this::moveClock);
        clock.start();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int kill = 1; kill <= KILLS; kill++) {
            int place = random.nextInt(NODES);
            talkers.speakUntil(nodes.get(place), random.nextInt(1, 60));
            nodes.get(place).diesWithin(random.nextInt(30), TimeUnit.MILLISECONDS);
            end(place);
            String named = PLACES.get(kill / 2 % PLACES.size());
            int times = random.nextInt(1, named.equals("in-sweep") ? 3 : 20);
            start(place, kill % 2 == 0 ? named + ":" + times : "");
        }
        clock.interrupt();
        clock.join();
        for (int place = 0; place < NODES; place++) end(place);
        Verdict.settled(Node.Start.in(folder).on(url), url, talkers)
                .tell(KILLS, NODES + " nodes on MariaDB")
                .isClean();
    }
}
