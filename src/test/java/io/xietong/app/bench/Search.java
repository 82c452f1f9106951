package io.xietong.app.bench;

import io.xietong.app.desk.Reader;
import io.xietong.core.item.ItemKind;
import io.xietong.core.people.Person;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** 查 in a large database: how long the index takes after a start, what it weighs, and how long a search takes. */
final class Search {

    private static final int FEW = 100;
    private static final int MANY = Integer.getInteger("bench.searched", 200_000);
    private static final int CALLS = Rounds.CALLS / 16;

    private static final String[] WORDS = {
        "新品", "海报", "主视觉", "包装", "尺寸", "预算", "季度", "合同", "样机", "产线", "标识", "渠道", "名单", "展架", "活动", "页面", "压力", "测试",
                "网络", "布线",
        "年会", "邀请函", "设计", "采购", "办公", "用品", "质检", "报告", "客户", "投诉", "物流", "排期", "培训", "教材", "数据", "接口", "权限", "账号",
                "发票", "报销",
        "budget", "poster", "launch", "supplier", "invoice", "quarterly", "deadline", "server", "sample", "drawing"
    };

    private final Path config;
    private final Path folder;
    private final Table table;

    Search(Path config, Path folder, Table table) {
        this.config = config;
        this.folder = folder;
        this.table = table;
    }

    void measure() throws Exception {
        try (BenchOffice office = new BenchOffice(config, folder.resolve("search"))) {
            Random random = new Random(7);
            for (int i = 0; i < FEW; i++) {
                Person person = office.people.get(i % office.people.size());
                office.says(person, office.asks(person, random));
            }
            Multiplying.items(office.database, ItemKind.REQUEST, FEW, MANY);
            rename(office, random);
            long start = System.nanoTime();
            try (Reader reader = office.reader()) {
                while (!reader.isUpToDate()) Thread.sleep(50);
                double seconds = (System.nanoTime() - start) / 1e9;
                table.row(
                        "taking " + MANY + " items into the index after a start",
                        Figures.of(seconds) + " s, "
                                + office.database.read(books -> books.search().bytes()) / (1 << 20) + " MB",
                        "",
                        "",
                        "");
            }
            for (int threads : new int[] {1, 16}) searches(office, threads);
        }
    }

    /** Gives every item words of its own. */
    private static void rename(BenchOffice office, Random random) throws Exception {
        try (Connection connection = office.database.connection();
                PreparedStatement row = connection.prepareStatement("UPDATE request SET need = ? WHERE serial = ?")) {
            connection.setAutoCommit(false);
            for (int serial = 1; serial <= MANY; serial++) {
                row.setString(1, text(random, 6 + random.nextInt(8)) + " 第" + serial + "号");
                row.setInt(2, serial);
                row.addBatch();
                if (serial % 5_000 == 0) row.executeBatch();
            }
            row.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static String text(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            String word = WORDS[random.nextInt(WORDS.length)];
            if (word.charAt(0) < 128) text.append(' ').append(word).append(' ');
            else text.append(word);
        }
        return text.toString();
    }

    private void searches(BenchOffice office, int threads) throws Exception {
        List<Figures.Run> runs = new ArrayList<>();
        for (int time = 0; time <= 3; time++) {
            Figures.Run run = Crowd.run(threads, CALLS, (thread, number) -> {
                Random random = new Random(thread * 31L + number);
                Person person = office.people.get(number % office.people.size());
                office.says(person, "查 " + query(random));
            });
            if (time > 0) runs.add(run);
        }
        table.row(
                "「查 …」 among " + MANY + " items, " + threads + " concurrent",
                "p50 "
                        + Figures.of(Figures.median(
                                runs.stream().map(Figures.Run::p50).toList())) + " ms, p99 "
                        + Figures.of(Figures.median(
                                runs.stream().map(Figures.Run::p99).toList())) + " ms",
                "",
                "",
                "p99 ≤ 50 ms");
    }

    /** A common word, two words, a mistyped one, a single character, a rare one. */
    private static String query(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> WORDS[random.nextInt(WORDS.length)];
            case 1 -> WORDS[random.nextInt(WORDS.length)] + " " + WORDS[random.nextInt(WORDS.length)];
            case 2 -> random.nextBoolean() ? "suplier" : "新品海抱主视觉";
            case 3 -> "报";
            default -> (1 + random.nextInt(MANY)) + "号";
        };
    }
}
