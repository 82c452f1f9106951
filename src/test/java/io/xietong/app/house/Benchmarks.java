package io.xietong.app.house;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code scripts/bench --keep} has left in {@code docs/bench.tsv}: one figure a line, and on top where it was measured. */
record Benchmarks(String machine, List<Row> rows) {

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern TARGET = Pattern.compile("([≥≤]) (\\d+(\\.\\d+)?)");

    /**
     * One thing that was measured.
     *
     * @param against what it is compared with in the same run
     * @param ratio   the figure that the target speaks of comes first
     * @param target  begins with {@code ≥} or {@code ≤}, or is empty
     */
    record Row(String what, String ours, String against, String ratio, String target) {

        /** How far beyond its target it is: 1 just reaches it, more is better. Empty without a target. */
        OptionalDouble score() {
            Matcher reached = NUMBER.matcher(ratio);
            Matcher wanted = TARGET.matcher(target);
            if (!reached.find() || !wanted.find()) return OptionalDouble.empty();
            double figure = Double.parseDouble(reached.group());
            double limit = Double.parseDouble(wanted.group(2));
            return OptionalDouble.of(wanted.group(1).equals("≥") ? figure / limit : limit / figure);
        }

        List<String> cells() {
            return List.of(what, ours, against, ratio, target);
        }
    }

    static Benchmarks kept() {
        return of(Tree.text(Tree.path("docs/bench.tsv")));
    }

    static Benchmarks of(String tsv) {
        String machine = tsv.lines()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2))
                .findFirst()
                .orElse("");
        List<Row> rows = tsv.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t", -1))
                .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3], cells[4]))
                .toList();
        return new Benchmarks(machine, rows);
    }
}
