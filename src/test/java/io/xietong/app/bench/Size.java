package io.xietong.app.bench;

import io.xietong.core.people.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What commands cost in a small and in a large database. */
final class Size {

    private static final int FEW = 100;
    private static final int MANY = Integer.getInteger("bench.open", 100_000);
    private static final int CALLS = Integer.getInteger("bench.calls", 4_000) / 4;
    private static final int TIMES = Integer.getInteger("bench.times", 5);

    /** One kind of command; {@code #} stands for the number of a request that waits for the speaker. */
    private enum Kind {
        FILE("求助"),
        ACCEPT("受理 # 下周五"),
        SHOW("#"),
        TODO("待办");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    private final Path config;
    private final Path folder;
    private final Table table;

    Size(Path config, Path folder, Table table) {
        this.config = config;
        this.folder = folder;
        this.table = table;
    }

    void measure() throws Exception {
        fill("size-few", FEW);
        fill("size-many", MANY);
        try (BenchOffice small = new BenchOffice(config, folder.resolve("size-few"));
                BenchOffice large = new BenchOffice(config, folder.resolve("size-many"))) {
            for (Kind kind : Kind.values()) compare(kind, small, large);
        }
    }

    private void fill(String name, int requests) throws Exception {
        Random random = new Random(7);
        try (BenchOffice office = new BenchOffice(config, folder.resolve(name))) {
            for (int i = 0; i < FEW; i++) {
                Person person = office.people.get(i % office.people.size());
                office.says(person, office.asks(person, random));
            }
            Multiplying.requests(office.database.source(), FEW, requests);
        }
    }

    /** In turns, so that what the machine does beside it meets both. */
    private void compare(Kind kind, BenchOffice small, BenchOffice large) throws Exception {
        List<Double> few = new ArrayList<>();
        List<Double> many = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int time = 0; time <= TIMES; time++) {
            double one = run(kind, small).p50();
            double other = run(kind, large).p50();
            if (time == 0) continue;
            few.add(one);
            many.add(other);
            ratios.add(other / one);
        }
        table.row(
                "「" + kind.text.replace("#", "XQ-…") + "」 with " + MANY + " open requests",
                "p50 " + Figures.of(Figures.median(many)) + " ms",
                "with " + FEW + ": p50 " + Figures.of(Figures.median(few)) + " ms",
                Figures.of(Figures.median(ratios)),
                "≤ 1.3");
    }

    private Figures.Run run(Kind kind, BenchOffice office) throws Exception {
        Random random = new Random(11);
        List<Person> people = office.people;
        return Crowd.run(1, CALLS, (thread, number) -> {
            Person person = people.get(number % people.size());
            if (kind == Kind.FILE) office.says(person, office.asks(person, random));
            else office.says(person, kind.text.replace("#", "XQ-" + (1 + number % FEW)));
        });
    }
}
