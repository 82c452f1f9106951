package io.xietong.app.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** XLSX with one sheet; every cell is text and never a formula. */
final class Workbooks {

    /** Excel refuses longer ones. */
    private static final int LONGEST_CELL = 32_767;

    private static final int LONGEST_NAME = 31;
    private static final int WIDEST = 60;

    private Workbooks() {}

    static byte[] write(Sheet sheet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Xietong", "1.0")) {
            Worksheet page = workbook.newWorksheet(name(sheet.name()));
            row(page, 0, sheet.headings());
            page.range(0, 0, 0, sheet.headings().size() - 1).style().bold().set();
            page.freezePane(0, 1);
            for (int i = 0; i < sheet.rows().size(); i++)
                row(page, i + 1, sheet.rows().get(i));
            for (int column = 0; column < sheet.headings().size(); column++) page.width(column, width(sheet, column));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet page, int at, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = allowed(cells.get(column));
            page.value(at, column, cell.substring(0, Math.min(LONGEST_CELL, cell.length())));
        }
    }

    /** Without the characters that XML has no way to write. */
    private static String allowed(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point == '\t'
                        || point == '\n'
                        || point == '\r'
                        || point >= 0x20 && point <= 0xD7FF
                        || point >= 0xE000 && point <= 0xFFFD
                        || point >= 0x10000)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String name(String name) {
        String plain = name.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        return plain.isEmpty() ? "Xietong" : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    private static double width(Sheet sheet, int column) {
        int longest = sheet.rows().stream()
                .limit(200)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
        return Math.min(WIDEST, Math.max(12, longest * 1.6));
    }
}
