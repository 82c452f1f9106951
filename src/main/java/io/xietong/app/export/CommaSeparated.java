package io.xietong.app.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * CSV as spreadsheets open it by a double click: UTF-8 with its mark, lines that end in CRLF. A cell that a spreadsheet would take
 * for a formula gets an apostrophe in front, so that it stays the text it is.
 */
final class CommaSeparated {

    private static final String MARK = "\uFEFF";
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\p{Cntrl}\\p{Z}]*[=+\\-@＝＋－＠].*|^[\\t\\r\\n].*", Pattern.DOTALL);

    private CommaSeparated() {}

    static byte[] write(Sheet sheet) {
        StringBuilder text = new StringBuilder(MARK);
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.EXCEL)) {
            printer.printRecord(cells(sheet.headings()));
            for (List<String> row : sheet.rows()) printer.printRecord(cells(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(List<String> row) {
        return row.stream().map(CommaSeparated::harmless).toList();
    }

    static String harmless(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }
}
