package io.xietong.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/**
 * The README's table of what was measured, its picture, and the page of single commands are made from {@code docs/bench.tsv};
 * {@code scripts/docs} makes them.
 */
class BenchmarksPageTest {

    private static final List<String> HEADING = List.of("Measured", "Xietong", "Against", "Ratio", "Target", "Machine");
    private static final List<String> CHINESE_HEADING = List.of("测什么", "协同", "对照", "比值", "目标", "机器");
    private static final Path PICTURE = Tree.path("docs/images/bench.svg");
    private static final String SAMPLE = "fast <things> & more\t300/s\t400/s\t0.75, p99 × 1.2\t≥ 0.6\tone\n"
            + "slow\t3 s\t2.5 s\t1.20\t≤ 1, each exactly once\tanother\n"
            + "without a promise\t1\t2\t0.50\t\tone\n";

    @Test
    void the_readme_shows_what_was_measured() {
        says("README", "bench", Benchmarks.kept().summed().together());
    }

    @Test
    void a_page_shows_each_command_in_a_large_company() {
        says("docs/commands", "commands", Benchmarks.kept().commands());
    }

    private static void says(String page, String table, Benchmarks measured) {
        new Table(page + ".en.md", table).says(HEADING, measured.cells());
        new Table(page + ".md", table)
                .says(
                        CHINESE_HEADING,
                        measured.cells().stream().map(Measurement::inChinese).toList());
    }

    @Test
    void commands_that_promise_the_same_are_one_line_with_the_worst_of_them() {
        String measured = "start\t1 s\t2 s\t0.50\t≤ 1\tone\n"
                + "「甲」 in a company of 9\t1 ms\t1 ms\t1.00, p50 × 1.1\t≤ 1.5\tone\n"
                + "「乙」 in a company of 9\t4 ms\t2 ms\t2.00, p50 × 1.2\t≤ 1.5\tanother\n"
                + "「丙」 in a company of 9\t1 ms\t1 ms\t0.90, p50 × 1.0\t≤ 1.5\tone\n"
                + "「待办」 in a company of 9\t9 ms\t9 ms\t1.00, p50 × 1.0\t≤ 1.5; p99 < 50 ms\tone\n";
        assertThat(Benchmarks.of(measured).summed().cells())
                .containsExactly(
                        List.of("start", "1 s", "2 s", "0.50", "≤ 1", "1"),
                        List.of(
                                "3 commands in a company of 9",
                                "4 ms",
                                "2 ms",
                                "2.00 「乙」, half of them up to 1.00",
                                "≤ 1.5",
                                "2"),
                        List.of(
                                "「待办」 in a company of 9",
                                "9 ms",
                                "9 ms",
                                "1.00, p50 × 1.0",
                                "≤ 1.5; p99 < 50 ms",
                                "1"));
        assertThat(Benchmarks.of(measured).commands().rows()).hasSize(4);
    }

    @Test
    void what_differs_in_a_number_stands_together() {
        String measured = "door on H2, 16 concurrent\t1\t1\t1\t\tone\nstart\t1\t1\t1\t\tone\n"
                + "door on H2, 64 concurrent\t1\t1\t1\t\tone\ndoor on H2, 1 concurrent\t1\t1\t1\t\tone\n";
        assertThat(Benchmarks.of(measured).together().rows())
                .extracting(Benchmarks.Row::what)
                .containsExactly(
                        "door on H2, 1 concurrent", "door on H2, 16 concurrent", "door on H2, 64 concurrent", "start");
    }

    @Test
    void the_readme_says_where_it_was_measured() {
        List<String> measured = Benchmarks.kept().machines();
        List<List<String>> machines = IntStream.range(0, measured.size())
                .mapToObj(place -> List.of(Integer.toString(place + 1), measured.get(place)))
                .toList();
        new Table("README.en.md", "bench-machine").says(List.of("No.", "Machine"), machines);
        new Table("README.md", "bench-machine").says(List.of("编号", "机器"), machines);
    }

    @Test
    void the_picture_shows_what_was_measured() throws Exception {
        String picture = BenchChart.of(Benchmarks.kept().summed().together());
        if (Boolean.getBoolean("xietong.write-docs")) Files.writeString(PICTURE, picture);
        assertThat(PICTURE).content().isEqualTo(picture);
    }

    @Test
    void a_bar_tells_whether_its_target_is_met() throws Exception {
        Document picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(BenchChart.of(Benchmarks.of(SAMPLE)))));
        assertThat(picture.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("fast <things> & more: 0.75, p99 × 1.2, target ≥ 0.6, met;"
                        + " slow: 1.20, target ≤ 1, each exactly once, missed");
        assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                .isNotBlank();
        assertThat(picture.getElementsByTagName("rect").getLength()).isEqualTo(3);
    }
}
