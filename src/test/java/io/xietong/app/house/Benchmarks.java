package io.xietong.app.house;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code scripts/bench --keep} has left in {@code docs/bench.tsv}, one figure a line.
 *
 * @param machines on which they were measured, in the order in which the file names them
 */
record Benchmarks(List<String> machines, List<Row> rows) {

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern COMMAND = Pattern.compile("^(「.*」)( in a company of .*)");
    private static final Pattern TARGET = Pattern.compile("([≥≤]) (\\d+(\\.\\d+)?)");

    /**
     * One thing that was measured.
     *
     * @param against what it is compared with in the same run
     * @param ratio   the figure that the target speaks of comes first
     * @param target  begins with {@code ≥} or {@code ≤}, or is empty
     * @param machine where it was measured
     */
    record Row(String what, String ours, String against, String ratio, String target, String machine) {

        /** How far beyond its target it is: 1 just reaches it, more is better. Empty without a target. */
        OptionalDouble score() {
            Matcher reached = NUMBER.matcher(ratio);
            Matcher wanted = TARGET.matcher(target);
            if (!reached.find() || !wanted.find()) return OptionalDouble.empty();
            double figure = Double.parseDouble(reached.group());
            double limit = Double.parseDouble(wanted.group(2));
            return OptionalDouble.of(wanted.group(1).equals("≥") ? figure / limit : limit / figure);
        }

        /** The first number of the ratio. */
        private String figure() {
            Matcher reached = NUMBER.matcher(ratio);
            if (!reached.find()) throw new IllegalStateException("no ratio: " + this);
            return reached.group();
        }

        private double[] numbers() {
            return NUMBER.matcher(what)
                    .results()
                    .mapToDouble(number -> Double.parseDouble(number.group()))
                    .toArray();
        }
    }

    /** The cells of each row; its machine by number, from 1. */
    List<List<String>> cells() {
        return rows.stream()
                .map(row -> List.of(
                        row.what(),
                        row.ours(),
                        row.against(),
                        row.ratio(),
                        row.target(),
                        Integer.toString(machines.indexOf(row.machine()) + 1)))
                .toList();
    }

    /** The single commands in the large company. */
    Benchmarks commands() {
        return new Benchmarks(
                machines,
                rows.stream().filter(row -> COMMAND.matcher(row.what()).find()).toList());
    }

    /** One line for all of those commands that promise the same, where the first of them stands: the one that is furthest from it. */
    Benchmarks summed() {
        List<Row> alike = commands().rows.stream()
                .filter(row -> row.target().equals("≤ 1.5"))
                .sorted(Comparator.comparingDouble(row -> row.score().orElseThrow()))
                .toList();
        if (alike.isEmpty()) return this;
        List<Row> summed = new ArrayList<>(rows);
        summed.set(
                rows.indexOf(rows.stream().filter(alike::contains).findFirst().orElseThrow()), sum(alike));
        summed.removeAll(alike);
        return new Benchmarks(machines, summed);
    }

    /** @param alike from the one that is furthest from its promise on */
    private static Row sum(List<Row> alike) {
        Row worst = alike.get(0);
        Matcher name = COMMAND.matcher(worst.what());
        if (!name.find()) throw new IllegalArgumentException(worst.what());
        return new Row(
                alike.size() + " commands" + name.group(2),
                worst.ours(),
                worst.against(),
                worst.figure() + " " + name.group(1) + ", half of them up to "
                        + alike.get(alike.size() / 2).figure(),
                worst.target(),
                worst.machine());
    }

    /** Lines that differ in their numbers alone stand together, from the smallest on, where the first of them was measured. */
    Benchmarks together() {
        Map<String, List<Row>> kinds = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> NUMBER.matcher(row.what()).replaceAll("#"), LinkedHashMap::new, Collectors.toList()));
        return new Benchmarks(
                machines,
                kinds.values().stream()
                        .flatMap(kind -> kind.stream().sorted(Comparator.comparing(Row::numbers, Arrays::compare)))
                        .toList());
    }

    static Benchmarks kept() {
        return of(Tree.text(Tree.path("docs/bench.tsv")));
    }

    static Benchmarks of(String tsv) {
        List<Row> rows = tsv.lines()
                .map(line -> line.split("\t", -1))
                .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]))
                .toList();
        return new Benchmarks(rows.stream().map(Row::machine).distinct().toList(), rows);
    }
}
