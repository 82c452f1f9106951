package io.xietong.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The README's table of what was measured and its picture are made from {@code docs/bench.tsv}; {@code scripts/docs} makes them. */
class BenchmarksPageTest {

    private static final Path PICTURE = Tree.path("docs/images/bench.svg");
    private static final String SAMPLE = "# a machine\n"
            + "fast <things> & more\t300/s\t400/s\t0.75, p99 × 1.2\t≥ 0.6\n"
            + "slow\t3 s\t2.5 s\t1.20\t≤ 1, each exactly once\n"
            + "without a promise\t1\t2\t0.50\t\n";

    @Test
    void the_readme_shows_what_was_measured() {
        List<Benchmarks.Row> rows = Benchmarks.kept().rows();
        new Table("README.en.md", "bench")
                .says(
                        List.of("Measured", "Xietong", "Against", "Ratio", "Target"),
                        rows.stream().map(Benchmarks.Row::cells).toList());
        new Table("README.md", "bench")
                .says(
                        List.of("测什么", "协同", "对照", "比值", "目标"),
                        rows.stream().map(Measurement::inChinese).toList());
    }

    @Test
    void the_readme_says_where_it_was_measured() {
        String machine = Benchmarks.kept().machine();
        assertThat(machine).isNotBlank();
        new Table("README.en.md", "bench-machine").says(List.of("Machine"), List.of(List.of(machine)));
        new Table("README.md", "bench-machine").says(List.of("机器"), List.of(List.of(machine)));
    }

    @Test
    void the_picture_shows_what_was_measured() throws Exception {
        String picture = BenchChart.of(Benchmarks.kept());
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
