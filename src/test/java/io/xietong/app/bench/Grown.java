package io.xietong.app.bench;

import io.xietong.core.item.ItemKind;
import io.xietong.core.people.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * A company of 2,000 people with 1,000 projects, 200,000 requests and three years of meetings, beside the demo company with a
 * handful: what the same commands cost, and how long a notice to everybody takes.
 */
final class Grown {

    /** Requests that are filed, by the demo's people by turns. */
    static final int FEW = 100;

    private static final int REQUESTS = Integer.getInteger("bench.requests", 200_000);
    private static final int PROJECTS = Integer.getInteger("bench.projects", 1_000);
    private static final int PEOPLE = Integer.getInteger("bench.people", 2_000);
    private static final int MEETINGS = 500;
    private static final Pattern CHOSEN = Pattern.compile(System.getProperty("bench.commands", ".*"));

    /** What is in the demo; of each kind so many are filed and all others are copies of them. */
    private static final Map<ItemKind, Integer> FILED = Map.of(
            ItemKind.REQUEST, FEW,
            ItemKind.DISPUTE, 10,
            ItemKind.ACTION_ITEM, 10,
            ItemKind.PROJECT, 10,
            ItemKind.MEETING, 10,
            ItemKind.NOTICE, 10,
            ItemKind.DOCUMENT, 10);

    private static final Map<ItemKind, Integer> MANY = Map.of(
            ItemKind.REQUEST, REQUESTS,
            ItemKind.DISPUTE, REQUESTS / 200,
            ItemKind.ACTION_ITEM, REQUESTS / 20,
            ItemKind.PROJECT, PROJECTS,
            ItemKind.MEETING, MEETINGS,
            ItemKind.NOTICE, MEETINGS,
            ItemKind.DOCUMENT, PROJECTS);

    private final Path config;
    private final Path folder;
    private final Table table;
    private final CompanyCommands commands = CompanyCommands.read();

    Grown(Path config, Path folder, Table table) {
        this.config = config;
        this.folder = folder;
        this.table = table;
    }

    void measure() throws Exception {
        Path large = grownConfig();
        Scene few = fill(config, "demo", FILED);
        Scene many = fill(large, "grown", MANY);
        try (BenchOffice demo = new BenchOffice(config, folder.resolve("demo"));
                BenchOffice grown = new BenchOffice(large, folder.resolve("grown"));
                var ignored = demo.reader();
                var reader = grown.reader()) {
            while (!reader.isUpToDate()) Thread.sleep(50);
            SideBySide sides = new SideBySide(
                    table,
                    "in a company of " + PEOPLE + " with " + REQUESTS + " requests, 16 concurrent",
                    new Side(demo, few),
                    new Side(grown, many));
            for (CompanyCommands.Command command : commands.commands())
                if (CHOSEN.matcher(command.verb()).matches()) sides.compare(command);
            notice(grown);
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

    private Scene fill(Path files, String name, Map<ItemKind, Integer> sizes) throws Exception {
        try (BenchOffice office = new BenchOffice(files, folder.resolve(name))) {
            file(office);
            for (Map.Entry<ItemKind, Integer> size : sizes.entrySet()) {
                int there = FILED.get(size.getKey());
                try (Connection connection = office.database.connection()) {
                    if (ItemRows.greatest(connection, size.getKey()) != there)
                        throw new IllegalStateException("not filed: " + size.getKey());
                }
                Multiplying.items(office.database, size.getKey(), there, size.getValue());
            }
        }
        try (BenchOffice office = new BenchOffice(files, folder.resolve(name))) { // knows the copies' serials
            group(office);
            live(office);
            return Scene.make(office, commands, Side.CALLS);
        }
    }

    /** What both companies begin with. */
    static void file(BenchOffice office) {
        Random random = new Random(7);
        List<Person> people = office.demo();
        for (int i = 0; i < FEW; i++) {
            Person person = people.get(i % people.size());
            office.says(person, office.asks(person, random));
        }
        for (int i = 0; i < 10; i++) {
            String day = "12月" + (7 + i / 5 * 7 + i % 5) + "日"; // of two weeks
            Map<String, String> document = Map.of(
                    "name",
                    "图纸" + i,
                    "link",
                    "https://docs.example/" + i,
                    "shelf",
                    "PROJECT",
                    "audience",
                    "全公司",
                    "review",
                    "");
            Map<String, String> notice =
                    Map.of("text", "通告" + i, "kind", "TASK", "audience", "李雷、何涛", "must", "yes", "at", "");
            for (String text : List.of(
                    "立项 新品第" + i + "期\n牵头 韩梅\n类型 产品\n设计 2026-12-15 设计部 设计稿\n量产 2027-01-20 生产部 首批",
                    "开会 第" + i + "次协调 " + day + " 14:00 何涛 李雷",
                    "争议 设计部 第" + i + "次推迟",
                    "行动项 " + (i % 2 == 0 ? "李雷" : "韩梅") + " 补第" + i + "份清单 " + day))
                office.does("zhang.wei", Sentence.of(text));
            office.does("zhang.wei", new Sentence("文件", document));
            office.does("sun.mi", new Sentence("公告", notice));
        }
    }

    /** Every project has a chat group. */
    private static void group(BenchOffice office) throws SQLException {
        try (Connection connection = office.database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO chat_group (item, platform, chat_id, name)"
                    + " SELECT CONCAT('XM-', serial), 'sandbox', CONCAT('group-', serial), title FROM project");
        }
    }

    /** On any day some of so many people are away, and some have settings of their own. */
    private static void live(BenchOffice office) {
        List<Person> others = new ArrayList<>(office.people);
        others.removeAll(office.demo());
        for (int i = 0; i < others.size(); i += 20) office.does(others.get(i).id(), Sentence.of("请假 今天 到 周五"));
        for (int i = 1; i < others.size(); i += 10) office.does(others.get(i).id(), Sentence.of("设置 免打扰 19:00-9:00"));
    }

    private void notice(BenchOffice office) {
        Map<String, String> form = Map.of("text", "季度通告", "kind", "TASK", "audience", "全公司", "must", "yes", "at", "");
        long start = System.nanoTime();
        office.does("sun.mi", new Sentence("公告", form));
        table.row(
                "queueing a notice to " + PEOPLE + " people",
                Figures.of((System.nanoTime() - start) / 1e9) + " s",
                "",
                "",
                "< 5 s");
    }
}
