package io.xietong.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

/** Files that a spreadsheet opens as they are meant, and in which nothing is a formula. */
class FormatTest {

    @TempDir
    private Path folder;

    private static Sheet sheet(String... cells) {
        return new Sheet("清单", List.of("编号", "内容"), List.of(List.of(cells)));
    }

    private static String csv(String... cells) {
        return new String(Format.CSV.write(sheet(cells)), StandardCharsets.UTF_8);
    }

    @Test
    void csv_begins_with_its_mark_and_quotes_what_must_be() {
        assertThat(csv("XQ-1", "海报,\"主视觉\"\n第二行")).isEqualTo("\uFEFF编号,内容\r\nXQ-1,\"海报,\"\"主视觉\"\"\n第二行\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\tplain",
                " =1",
                "　=1",
                "＝1+1",
                "＋1",
                "＠x",
                "=HYPERLINK(\"http://x\";\"y\")"
            })
    void a_csv_cell_that_would_be_a_formula_stays_text(String cell) {
        assertThat(CommaSeparated.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"海报", "a=b", "1-2", "", "🎉"})
    void other_cells_stay_as_they_are(String cell) {
        assertThat(CommaSeparated.harmless(cell)).isEqualTo(cell);
    }

    @Test
    void xlsx_holds_text_and_no_formula() throws Exception {
        Map<String, String> parts = parts(Format.XLSX.write(sheet("=1+1", "海报 <b>&\u0000\u000B 🎉")));
        String page = parts.get("xl/worksheets/sheet1.xml");
        assertThat(page).doesNotContain("<f>", "\u0000");
        assertThat(texts(parts.get("xl/sharedStrings.xml"))).containsExactly("编号", "内容", "=1+1", "海报 <b>& 🎉");
        assertThat(parts.get("xl/workbook.xml")).contains("name=\"&#x6e05;&#x5355;\"");
    }

    private static List<String> texts(String xml) throws Exception {
        NodeList found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("t");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    private Map<String, String> parts(byte[] file) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        Path path = Files.write(folder.resolve("sheet.xlsx"), file);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries()))
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
        return parts;
    }
}
