package io.xietong.app.web;

import io.xietong.app.desk.ItemLine;
import io.xietong.app.desk.Stretch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list on a page of the console, with the ways to its next page and to its files.
 *
 * @param here  its first page
 * @param first whether this is it
 */
public record ConsoleList<T>(Address here, Stretch<T> stretch, boolean first) {

    public List<T> lines() {
        return stretch.lines();
    }

    public Optional<String> next() {
        return stretch.next().map(from -> here.with("from", from).toString());
    }

    /** @param format {@code csv} or {@code xlsx} */
    public String file(String format) {
        return here.with("as", format).toString();
    }

    /** Lines by how they stand to their time, in their order. */
    public static Map<ItemLine.When, List<ItemLine>> byTime(List<ItemLine> lines) {
        Map<ItemLine.When, List<ItemLine>> groups = new LinkedHashMap<>();
        for (ItemLine line : lines)
            groups.computeIfAbsent(line.when(), when -> new ArrayList<>()).add(line);
        return groups;
    }
}
