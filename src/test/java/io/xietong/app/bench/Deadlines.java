package io.xietong.app.bench;

import io.xietong.app.store.Database;
import io.xietong.app.store.MariaDbServer;
import io.xietong.core.people.Person;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Ten thousand requests filed at one moment, whose time is up at one moment. */
final class Deadlines {

    private static final int REQUESTS = Integer.getInteger("bench.deadlines", 10_000);
    private static final int TIMES = Integer.getInteger("bench.times", 5);
    private static final double PROMISED_SECONDS = 2.5;
    private static final int NODES = 3;
    private static final double PROMISED_OF_NODES = 5;
    private static final int SPEAKERS = 8;
    private static final int POOL = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path config;
    private final Path folder;
    private final Table table;

    Deadlines(Path config, Path folder, Table table) {
        this.config = config;
        this.folder = folder;
        this.table = table;
    }

    void measure() throws Exception {
        List<Double> seconds = new ArrayList<>();
        int once = 0;
        for (int time = 0; time <= TIMES; time++) {
            try (BenchOffice office = new BenchOffice(config, folder.resolve("deadlines-" + time))) {
                fill(office);
                office.itBecomes(BenchOffice.MORNING.plus(Duration.ofHours(6)));
                long from = System.nanoTime();
                office.sweep.untilIdle();
                double took = (System.nanoTime() - from) / 1e9;
                once = rangOnce(office);
                if (time > 0) seconds.add(took);
            }
        }
        row(REQUESTS + " deadlines due at once", seconds, once, PROMISED_SECONDS);
    }

    /** Several nodes' worth of program on one MariaDB, each with its own connections and memory, all in this process. */
    void measureOnNodes() throws Exception {
        List<Double> seconds = new ArrayList<>();
        int once = 0;
        for (int time = 0; time <= TIMES; time++) {
            String url = MariaDbServer.shared().freshDatabase();
            List<BenchOffice> nodes = new ArrayList<>();
            try {
                for (int n = 0; n < NODES; n++)
                    nodes.add(new BenchOffice(config, Database.open(url, "root", "", POOL)));
                fill(nodes.get(0));
                nodes.forEach(node -> node.itBecomes(BenchOffice.MORNING.plus(Duration.ofHours(6))));
                double took = together(nodes);
                once = rangOnce(nodes.get(0));
                if (time > 0) seconds.add(took);
            } finally {
                nodes.forEach(BenchOffice::close);
            }
        }
        row(REQUESTS + " deadlines due at once on three nodes, MariaDB", seconds, once, PROMISED_OF_NODES);
    }

    /** Until all have rung; a node that finds the rest in others' hands looks again, as it would a moment later. */
    private static double together(List<BenchOffice> nodes) throws Exception {
        AtomicInteger rang = new AtomicInteger();
        long end = System.nanoTime() + PATIENCE.toNanos();
        return Crowd.run(nodes.size(), nodes.size(), (thread, number) -> {
                            while (rang.get() < REQUESTS && System.nanoTime() < end)
                                rang.addAndGet(nodes.get(thread).sweep.untilIdle());
                        })
                        .wall()
                / 1e9;
    }

    private void row(String what, List<Double> seconds, int once, double promised) {
        double median = Figures.median(seconds);
        table.row(
                what,
                Figures.of(median) + " s, " + once + " rang exactly once",
                promised + " s",
                Figures.of(median / promised),
                "≤ 1, each exactly once");
    }

    private static void fill(BenchOffice office) throws Exception {
        List<Random> random = new ArrayList<>();
        for (int t = 0; t < SPEAKERS; t++) random.add(new Random(7 + t));
        Crowd.run(SPEAKERS, REQUESTS, (thread, number) -> {
            Person person = office.people.get((thread + number) % office.people.size());
            office.says(person, office.asks(person, random.get(thread)));
        });
    }

    private static int rangOnce(BenchOffice office) throws Exception {
        try (Connection connection = office.database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM (SELECT item FROM trail_entry"
                        + " WHERE fact = 'RungReached' GROUP BY item HAVING COUNT(*) = 1) x")) {
            row.next();
            return row.getInt(1);
        }
    }
}
