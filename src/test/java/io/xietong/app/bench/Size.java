package io.xietong.app.bench;

import io.xietong.core.item.ItemKind;
import io.xietong.core.people.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What commands cost in a small and in a large database. */
final class Size {

    /** Filed one by one; the others are copies of them. */
    private static final int FILED = 100;

    private static final int FEW = Integer.getInteger("bench.few", 1_000);
    /** A million takes some minutes to fill and is measured on request: {@code -Dbench.sizes=1000000}. */
    private static final List<Integer> SIZES = Stream.of(
                    System.getProperty("bench.sizes", "10000,100000").split(","))
            .map(Integer::valueOf)
            .toList();

    private static final int CALLS = Rounds.CALLS / 16;
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
        fill(FEW);
        for (int many : SIZES) {
            fill(many);
            try (BenchOffice small = new BenchOffice(config, file(FEW));
                    BenchOffice large = new BenchOffice(config, file(many))) {
                for (Kind kind : Kind.values()) compare(kind, small, large, many);
            }
        }
    }

    private Path file(int requests) {
        return folder.resolve("size-" + requests);
    }

    private void fill(int requests) throws Exception {
        Random random = new Random(7);
        try (BenchOffice office = new BenchOffice(config, file(requests))) {
            for (int i = 0; i < FILED; i++) {
                Person person = office.people.get(i % office.people.size());
                office.says(person, office.asks(person, random));
            }
            Multiplying.items(office.database, ItemKind.REQUEST, FILED, requests);
        }
        double megabytes = Files.size(folder.resolve("size-" + requests + ".mv.db")) / 1e6;
        table.row(requests + " open requests in an H2 file", Figures.of(megabytes) + " MB", "", "", "");
    }

    /** In turns, so that what the machine does beside it meets both. */
    private void compare(Kind kind, BenchOffice small, BenchOffice large, int size) throws Exception {
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
                "「" + kind.text.replace("#", "XQ-…") + "」 with " + size + " open requests",
                "p50 " + Figures.of(Figures.median(many)) + " ms",
                "with " + FEW + ": p50 " + Figures.of(Figures.median(few)) + " ms",
                Figures.of(Figures.median(ratios)),
                size > 100_000 ? "≤ 1.5" : "≤ 1.3");
    }

    private Figures.Run run(Kind kind, BenchOffice office) throws Exception {
        Random random = new Random(11);
        List<Person> people = office.people;
        return Crowd.run(1, CALLS, (thread, number) -> {
            Person person = people.get(number % people.size());
            if (kind == Kind.FILE) office.says(person, office.asks(person, random));
            else office.says(person, kind.text.replace("#", "XQ-" + (1 + number % FILED)));
        });
    }
}
