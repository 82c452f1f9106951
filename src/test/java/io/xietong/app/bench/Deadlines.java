package io.xietong.app.bench;

import io.xietong.core.people.Person;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Ten thousand requests filed at one moment, whose time is up at one moment. */
final class Deadlines {

    private static final int REQUESTS = Integer.getInteger("bench.deadlines", 10_000);
    private static final int TIMES = Integer.getInteger("bench.times", 5);
    private static final double PROMISED_SECONDS = 2.5;

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
        double median = Figures.median(seconds);
        table.row(
                REQUESTS + " deadlines due at once",
                Figures.of(median) + " s, " + once + " rang exactly once",
                PROMISED_SECONDS + " s",
                Figures.of(median / PROMISED_SECONDS),
                "≤ 1, each exactly once");
    }

    private static void fill(BenchOffice office) throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < REQUESTS; i++) {
            Person person = office.people.get(i % office.people.size());
            office.says(person, office.asks(person, random));
        }
    }

    private static int rangOnce(BenchOffice office) throws Exception {
        try (Connection connection = office.database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM (SELECT item FROM trail_entry"
                        + " WHERE fact = 'RungReached' GROUP BY item HAVING COUNT(*) = 1) x")) {
            row.next();
            return row.getInt(1);
        }
    }
}
