package io.xietong.app.bench;

import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.people.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * A company of 2,000 people with 1,000 projects, 200,000 requests and three years of meetings, beside the demo company with a
 * handful: what the same commands cost, and how long a notice to everybody takes.
 */
final class Grown {

    private static final int FEW = 100;
    private static final int REQUESTS = Integer.getInteger("bench.requests", 200_000);
    private static final int PROJECTS = Integer.getInteger("bench.projects", 1_000);
    private static final int PEOPLE = Integer.getInteger("bench.people", 2_000);
    private static final int MEETINGS = 500;
    private static final int CALLS = Rounds.CALLS / 16;
    private static final int TIMES = Integer.getInteger("bench.times", 5);

    /** One kind of command; {@code #} stands for the number of an item that the speaker may see. */
    private enum Kind {
        FILE("求助", "≤ 1.5"),
        SHOW("XQ-#", "≤ 1.5"),
        PROJECT("XM-1", "≤ 1.5"),
        TODO("待办", "≤ 1.5; p99 < 50 ms"),
        MINE("我的", "≤ 1.5"),
        MEETINGS("会议", "≤ 1.5"),
        FIND("查 海报", "≤ 1.5; p99 < 50 ms");

        private final String text;
        private final String target;

        Kind(String text, String target) {
            this.text = text;
            this.target = target;
        }
    }

    private final Path config;
    private final Path folder;
    private final Table table;

    Grown(Path config, Path folder, Table table) {
        this.config = config;
        this.folder = folder;
        this.table = table;
    }

    void measure() throws Exception {
        Path large = grownConfig();
        fill(config, "demo", FEW, 10, 10);
        fill(large, "grown", REQUESTS, PROJECTS, MEETINGS);
        try (BenchOffice few = new BenchOffice(config, folder.resolve("demo"));
                BenchOffice many = new BenchOffice(large, folder.resolve("grown"));
                var ignored = few.reader();
                var reader = many.reader()) {
            while (!reader.isUpToDate()) Thread.sleep(50);
            for (Kind kind : Kind.values()) compare(kind, few, many);
            notice(many);
        }
    }

    /** The demo's files with so many more people, spread over its departments. */
    private Path grownConfig() throws IOException {
        Path grown = Files.createDirectories(folder.resolve("config"));
        Files.createDirectories(grown.resolve("calendar"));
        Files.copy(config.resolve("policy.yml"), grown.resolve("policy.yml"));
        List<String> lines = new ArrayList<>(Files.readAllLines(config.resolve("organisation.yml")));
        String[] departments = {"market", "design", "production", "finance", "it", "admin-office"};
        int at = lines.indexOf("people:") + 1;
        for (int i = 25; i <= PEOPLE; i++)
            lines.add(at, "  - { id: p" + i + ", name: 员工" + i + ", department: " + departments[i % 6] + " }");
        Files.write(grown.resolve("organisation.yml"), lines);
        return grown;
    }

    private void fill(Path files, String name, int requests, int projects, int meetings) throws Exception {
        Random random = new Random(7);
        try (BenchOffice office = new BenchOffice(files, folder.resolve(name))) {
            List<Person> people = demo(office);
            for (int i = 0; i < FEW; i++) {
                Person person = people.get(i % people.size());
                office.says(person, office.asks(person, random));
            }
            Person head = named(office, "zhang.wei");
            for (int i = 0; i < 10; i++) {
                office.says(head, "立项 新品第" + i + "期\n牵头 韩梅\n类型 产品\n设计 2026-12-15 设计部 设计稿\n量产 2027-01-20 生产部 首批");
                office.says(head, "开会 第" + i + "次协调 12月" + (i + 1) + "日 14:00 何涛 李雷");
            }
            Multiplying.requests(office.database, FEW, requests);
            Multiplying.projects(office.database, 10, projects);
            int held = office.database
                    .read(books -> books.meetings().before(Long.MAX_VALUE, 100))
                    .size();
            Multiplying.meetings(office.database, held, meetings);
        }
    }

    /** The people who are in both companies. */
    private static List<Person> demo(BenchOffice office) {
        return office.people.stream()
                .filter(person -> !person.id().matches("p\\d+"))
                .toList();
    }

    private static Person named(BenchOffice office, String id) {
        return office.people.stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** In turns, so that what the machine does beside it meets both. */
    private void compare(Kind kind, BenchOffice small, BenchOffice large) throws Exception {
        List<Double> few = new ArrayList<>();
        List<Double> many = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int time = 0; time <= TIMES; time++) {
            double one = run(kind, small).p99();
            double other = run(kind, large).p99();
            if (time == 0) continue;
            few.add(one);
            many.add(other);
            ratios.add(other / one);
        }
        table.row(
                "「" + kind.text + "」 in a company of " + PEOPLE + " with " + REQUESTS + " requests, 16 concurrent",
                "p99 " + Figures.of(Figures.median(many)) + " ms",
                "demo: p99 " + Figures.of(Figures.median(few)) + " ms",
                Figures.of(Figures.median(ratios)),
                kind.target);
    }

    private static Figures.Run run(Kind kind, BenchOffice office) throws Exception {
        List<Person> people = demo(office);
        return Crowd.run(16, CALLS, (thread, number) -> {
            Person person = people.get((thread * 31 + number) % people.size());
            Random random = new Random(thread * 31L + number);
            if (kind == Kind.FILE) office.says(person, office.asks(person, random));
            else office.says(person, kind.text.replace("#", "" + (1 + number % FEW)));
        });
    }

    private void notice(BenchOffice office) {
        Chat single = new Chat("sandbox", "sun.mi", Chat.Kind.SINGLE, "");
        Map<String, String> form = Map.of("text", "季度通告", "kind", "TASK", "audience", "全公司", "must", "yes", "at", "");
        long start = System.nanoTime();
        office.desk.receive(new Inbound(
                "sandbox",
                UUID.randomUUID().toString(),
                "sun.mi",
                single,
                new Inbound.Press("公告", 0, form, "m"),
                BenchOffice.MORNING));
        table.row(
                "queueing a notice to " + PEOPLE + " people",
                Figures.of((System.nanoTime() - start) / 1e9) + " s",
                "",
                "",
                "< 5 s");
    }
}
