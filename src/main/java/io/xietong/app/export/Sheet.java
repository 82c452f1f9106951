package io.xietong.app.export;

import java.util.List;

/**
 * A table on its way into a file.
 *
 * @param name     of the sheet, where the file has sheets
 * @param headings one for each column
 */
public record Sheet(String name, List<String> headings, List<List<String>> rows) {

    public Sheet {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }
}
