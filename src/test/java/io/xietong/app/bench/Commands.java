package io.xietong.app.bench;

import io.xietong.core.people.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Filing requests at the desk, against a bare JDBC loop that commits the same rows in the same tables. */
final class Commands {

    private static final int CALLS = Integer.getInteger("bench.calls", 4_000);
    private static final int TIMES = Integer.getInteger("bench.times", 5);

    private final Path config;
    private final Path folder;
    private final Table table;

    Commands(Path config, Path folder, Table table) {
        this.config = config;
        this.folder = folder;
        this.table = table;
    }

    void measure() throws Exception {
        for (int threads : new int[] {1, 16}) {
            compare(threads, false);
            compare(threads, true);
        }
    }

    private void compare(int threads, boolean courier) throws Exception {
        List<Figures.Run> desk = new ArrayList<>();
        List<Figures.Run> bare = new ArrayList<>();
        for (int time = 0; time <= TIMES; time++) {
            Path file = folder.resolve("commands-" + threads + courier + time);
            Recording recording;
            Figures.Run run;
            try (BenchOffice office = new BenchOffice(config, file)) {
                if (courier) office.courier.start();
                run = atTheDesk(office, threads);
                office.courier.close();
                recording = Recording.of(office.database.source());
            }
            try (BenchOffice empty = new BenchOffice(config, folder.resolve(file.getFileName() + "-bare"))) {
                Figures.Run loop = recording.replay(empty.database, threads);
                if (time == 0) continue;
                desk.add(run);
                bare.add(loop);
            }
        }
        table.compare(
                "commands, " + threads + " concurrent, courier " + (courier ? "running" : "stopped"),
                desk,
                bare,
                "≥ 0.7");
    }

    private static Figures.Run atTheDesk(BenchOffice office, int threads) throws Exception {
        List<Random> random = new ArrayList<>();
        for (int t = 0; t < threads; t++)
            random.add(new Random(ThreadLocalRandom.current().nextLong()));
        return Crowd.run(threads, CALLS, (thread, number) -> {
            Person person = office.people.get((thread * 31 + number) % office.people.size());
            office.says(person, office.asks(person, random.get(thread)));
        });
    }
}
