package io.xietong.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.xietong.fuzz.Nearby;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Whatever stands in a cell: it stays one cell, keeps its text, and is no formula. */
class SpreadsheetFuzz {

    private static final List<String> HEADINGS = List.of("编号", "事项", "说明");
    private static final String FORMULA = "[=+\\-@＝＋－＠].*";

    @FuzzTest(maxDuration = "60s")
    void a_cell_stays_one_cell_and_no_formula(byte[] bytes) {
        Nearby.eachText(bytes, 30, SpreadsheetFuzz::holds);
    }

    private static void holds(String text) {
        List<List<String>> rows = new ArrayList<>();
        String[] cells = text.split("\u001f", -1);
        for (int i = 0; i < cells.length; i += HEADINGS.size())
            rows.add(List.of(
                    cells[i], i + 1 < cells.length ? cells[i + 1] : "", i + 2 < cells.length ? cells[i + 2] : ""));
        Sheet sheet = new Sheet(cells[0], HEADINGS, rows);
        csv(sheet);
        xlsx(sheet);
    }

    private static void csv(Sheet sheet) {
        String written = new String(Format.CSV.write(sheet), StandardCharsets.UTF_8);
        List<CSVRecord> read;
        try (CSVParser parser = CSVParser.parse(written.substring(1), CSVFormat.EXCEL)) {
            read = parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(read).hasSize(1 + sheet.rows().size());
        for (int row = 0; row < sheet.rows().size(); row++) {
            for (int column = 0; column < HEADINGS.size(); column++) {
                String cell = read.get(row + 1).get(column);
                String given = sheet.rows().get(row).get(column);
                assertThat(cell).isIn(utf8(given), "'" + utf8(given));
                assertThat(cell.replaceAll("^[\\s\\p{Cntrl}\\p{Z}]+", "")
                                .lines()
                                .findFirst()
                                .orElse(""))
                        .doesNotMatch(FORMULA);
            }
        }
    }

    /** As the file can hold it: halves of characters become question marks. */
    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void xlsx(Sheet sheet) {
        int cells = 0;
        for (byte[] part : parts(Format.XLSX.write(sheet))) {
            for (String name : elements(new String(part, StandardCharsets.UTF_8))) {
                assertThat(name).isNotIn("f", "hyperlink", "hyperlinks", "externalReference", "oleObject");
                if (name.equals("c")) cells++;
            }
        }
        assertThat(cells)
                .isLessThanOrEqualTo(HEADINGS.size() * (1 + sheet.rows().size()));
    }

    private static List<byte[]> parts(byte[] workbook) {
        List<byte[]> parts = new ArrayList<>();
        try {
            Path file = Files.createTempFile("fuzz", ".xlsx");
            try {
                Files.write(file, workbook);
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    for (ZipEntry entry : Collections.list(zip.entries()))
                        parts.add(zip.getInputStream(entry).readAllBytes());
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static List<String> elements(String xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        List<String> names = new ArrayList<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext())
                if (reader.next() == XMLStreamConstants.START_ELEMENT) names.add(reader.getLocalName());
        } catch (XMLStreamException e) {
            throw new AssertionError("a part that is no XML", e);
        }
        return names;
    }
}
