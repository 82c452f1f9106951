package io.xietong.app.bench;

import io.xietong.app.desk.ConsoleDesk;
import io.xietong.app.desk.Seeing;
import io.xietong.app.desk.Selection;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Person;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** What the console's pages cost in a small and in a large database, without drawing them. */
final class Pages {

    private static final int FEW = 100;
    private static final int MANY = Integer.getInteger("bench.searched", 200_000);
    private static final int CALLS = Rounds.CALLS / 80;

    private final Path config;
    private final Path folder;
    private final Table table;

    Pages(Path config, Path folder, Table table) {
        this.config = config;
        this.folder = folder;
        this.table = table;
    }

    void measure() throws Exception {
        fill("pages-few", FEW);
        fill("pages-many", MANY);
        try (BenchOffice small = new BenchOffice(config, folder.resolve("pages-few"));
                BenchOffice large = new BenchOffice(config, folder.resolve("pages-many"))) {
            for (Map.Entry<String, Consumer<Seeing>> page : pages().entrySet())
                compare(page.getKey(), page.getValue(), small, large);
        }
    }

    private static Map<String, Consumer<Seeing>> pages() {
        Selection waiting = new Selection.Waiting();
        Selection all = new Selection.OfKind(ItemKind.REQUEST, true);
        Map<String, Consumer<Seeing>> pages = new LinkedHashMap<>();
        pages.put("我的", seeing -> {
            seeing.load(waiting);
            seeing.page(waiting, 0);
        });
        pages.put("我参与的", seeing -> seeing.page(new Selection.Mine(), 0));
        pages.put("部门", seeing -> {
            seeing.boards().departments();
            seeing.page(new Selection.OfDepartment(seeing.person().department()), 0);
        });
        pages.put("全部", seeing -> seeing.page(all, 0));
        pages.put("全部, from the middle", seeing -> seeing.page(all, MANY / 2));
        pages.put("XQ-…", seeing -> seeing.item(ItemNumber.request(1)));
        return pages;
    }

    private void fill(String name, int requests) throws Exception {
        Random random = new Random(7);
        try (BenchOffice office = new BenchOffice(config, folder.resolve(name))) {
            for (int i = 0; i < FEW; i++) {
                Person person = office.people.get(i % office.people.size());
                office.says(person, office.asks(person, random));
            }
            Multiplying.items(office.database, ItemKind.REQUEST, FEW, requests);
        }
    }

    private void compare(String name, Consumer<Seeing> page, BenchOffice small, BenchOffice large) throws Exception {
        for (BenchOffice office : new BenchOffice[] {small, large}) run(page, office);
        Figures.Run few = run(page, small);
        Figures.Run many = run(page, large);
        table.row(
                "the console's page " + name + " with " + MANY + " requests",
                "p50 " + Figures.of(many.p50()) + " ms, p99 " + Figures.of(many.p99()) + " ms",
                "with " + FEW + ": p50 " + Figures.of(few.p50()) + " ms",
                Figures.of(many.p50() / few.p50()),
                "p99 ≤ 300 ms");
    }

    private static Figures.Run run(Consumer<Seeing> page, BenchOffice office) throws Exception {
        ConsoleDesk desk = office.console();
        return Crowd.run(1, CALLS, (thread, number) -> {
            Person person = office.people.get(number % office.people.size());
            desk.as("sandbox", person.id(), seeing -> {
                page.accept(seeing);
                return person;
            });
        });
    }
}
