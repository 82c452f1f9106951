package io.xietong.app.bench;

import io.xietong.app.store.Database;
import io.xietong.app.store.MariaDbServer;
import io.xietong.core.people.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Filing requests at the desk, against a bare JDBC loop that commits the same rows in the same tables. */
final class Commands {

    private static final int USUAL_POOL = 20;

    /** A fresh, empty database with room for so many connections. */
    interface Databases {
        Database fresh(int connections);
    }

    private final Path config;
    private final Databases databases;
    private final Table table;
    private final Rounds rounds = new Rounds();

    Commands(Path config, Databases databases, Table table) {
        this.config = config;
        this.databases = databases;
        this.table = table;
    }

    /** On a file of our own, as one node has it. */
    static void onAFile(Path config, Path folder, Table table) throws Exception {
        Databases files = connections -> {
            String file = folder.resolve(UUID.randomUUID().toString()).toAbsolutePath() + "/xietong";
            return Database.open("jdbc:h2:file:" + file, "sa", "", connections);
        };
        Commands commands = new Commands(config, files, table);
        for (int threads : new int[] {16, 1}) {
            commands.compare("commands", threads, false, "≥ 0.7");
            commands.compare("commands", threads, true, ""); // the loop sends nothing
        }
    }

    /** On a server, as several nodes have it. */
    static void onAServer(Path config, Table table) throws Exception {
        Databases fresh = connections -> Database.open(MariaDbServer.shared().freshDatabase(), "root", "", connections);
        Commands commands = new Commands(config, fresh, table);
        commands.compare("commands on MariaDB", 16, false, "≥ 0.75");
        commands.compare("commands on MariaDB", 64, false, "≥ 0.6");
        commands.compare("commands on MariaDB", 1, false, "");
    }

    private void compare(String what, int threads, boolean courier, String target) throws Exception {
        List<Figures.Run> desk = new ArrayList<>();
        List<Figures.Run> bare = new ArrayList<>();
        List<Figures.Run> halves = new ArrayList<>();
        for (Rounds.Round round : rounds.next(threads)) {
            Recording recording;
            Figures.Run run;
            boolean ofOurs;
            try (BenchOffice office = new BenchOffice(config, databases.fresh(USUAL_POOL))) {
                if (courier) office.courier.start();
                run = atTheDesk(office, threads, round.calls());
                office.courier.close();
                recording = Recording.of(office.database);
                ofOurs = office.database.isOurs();
            }
            Figures.Run loop = replayed(threads, empty -> recording.replay(empty, threads));
            Optional<Figures.Run> inHalves = ofOurs && !courier
                    ? Optional.of(replayed(threads, empty -> recording.replayInHalves(empty, threads)))
                    : Optional.empty();
            if (!round.counts()) continue;
            desk.add(run);
            bare.add(loop);
            inHalves.ifPresent(halves::add);
        }
        String name = what + ", " + threads + " concurrent, courier " + (courier ? "running" : "stopped");
        table.compare(name, desk, bare, target);
        if (!halves.isEmpty()) table.compare(name + ", beside a loop without the lock", desk, halves, target);
    }

    private interface Replay {
        Figures.Run on(Database empty) throws Exception;
    }

    private Figures.Run replayed(int threads, Replay replay) throws Exception {
        try (Database empty = databases.fresh(threads + 1)) {
            return replay.on(empty);
        }
    }

    private static Figures.Run atTheDesk(BenchOffice office, int threads, int calls) throws Exception {
        List<Random> random = new ArrayList<>();
        for (int t = 0; t < threads; t++)
            random.add(new Random(ThreadLocalRandom.current().nextLong()));
        return Crowd.run(threads, calls, (thread, number) -> {
            Person person = office.people.get((thread * 31 + number) % office.people.size());
            office.says(person, office.asks(person, random.get(thread)));
        });
    }
}
