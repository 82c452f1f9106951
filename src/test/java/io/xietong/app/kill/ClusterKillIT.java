package io.xietong.app.kill;

import io.xietong.app.store.MariaDbServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
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
    private final ExecutorService starters = Executors.newFixedThreadPool(NODES);
    /** By place; one that is being started is not done. */
    private final AtomicReferenceArray<Future<Node>> nodes = new AtomicReferenceArray<>(NODES);

    private final Map<Node, List<Thread>> people = new ConcurrentHashMap<>();

    @BeforeAll
    static void startsFaster() throws IOException, InterruptedException {
        ClassArchive.make();
    }

    @AfterEach
    void closes() throws Exception {
        starters.shutdown();
        for (int place = 0; place < NODES; place++) nodes.get(place).get().close();
    }

    /** Does not wait for it: the others work, and are killed, meanwhile. */
    private void start(int place, String crash) {
        nodes.set(place, starters.submit(() -> {
            Node node = Node.Start.in(folder).on(url).crashing(crash).node();
            people.put(node, talkers.speakAt(node, place));
            return node;
        }));
    }

    private void end(Node node) throws InterruptedException {
        node.kill();
        Talkers.end(people.remove(node));
    }

    /** One that is there; while none is, one that will be. */
    private int any() {
        List<Integer> there = IntStream.range(0, NODES)
                .filter(place -> nodes.get(place).isDone())
                .boxed()
                .toList();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return there.isEmpty() ? random.nextInt(NODES) : there.get(random.nextInt(there.size()));
    }

    @Test
    void whichever_node_is_killed_what_people_have_seen_is_there_once_and_nothing_to_be_sent_is_forgotten()
            throws Exception {
        for (int place = 0; place < NODES; place++) start(place, "");
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int kill = 1; kill <= KILLS; kill++) {
            int place = any();
            Node node = nodes.get(place).get();
            talkers.speakUntil(node, random.nextInt(1, 60));
            node.diesWithin(random.nextInt(30), TimeUnit.MILLISECONDS);
            end(node);
            String named = PLACES.get(kill / 2 % PLACES.size());
            int times = random.nextInt(1, named.equals("in-sweep") ? 3 : 20);
            start(place, kill % 2 == 0 ? named + ":" + times : "");
        }
        for (int place = 0; place < NODES; place++) end(nodes.get(place).get());
        Verdict.settled(Node.Start.in(folder).on(url), url, talkers)
                .tell(KILLS, NODES + " nodes on MariaDB")
                .isClean();
    }
}
