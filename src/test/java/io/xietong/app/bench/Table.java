package io.xietong.app.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The one table of the report, printed line by line as the figures come, and kept in a file. */
final class Table {

    private final PrintStream out;
    private final Results results;
    private boolean headed;

    Table(PrintStream out, Results results) {
        this.out = out;
        this.results = results;
    }

    /** Runs of the program beside runs of a loop; medians over the runs, ratios run by run. */
    void compare(String what, List<Figures.Run> ours, List<Figures.Run> loop, String target) {
        List<Double> speed = new ArrayList<>();
        List<Double> slowest = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            speed.add(ours.get(i).perSecond() / loop.get(i).perSecond());
            slowest.add(ours.get(i).p99() / loop.get(i).p99());
        }
        String ratio = Figures.of(Figures.median(speed)) + ", p99 × " + Figures.of(Figures.median(slowest));
        row(what, figures(ours), figures(loop), ratio, target);
    }

    private static String figures(List<Figures.Run> runs) {
        return median(runs, Figures.Run::perSecond) + "/s, p50 " + median(runs, Figures.Run::p50) + " ms, p99 "
                + median(runs, Figures.Run::p99) + " ms";
    }

    private static String median(List<Figures.Run> runs, Function<Figures.Run, Double> figure) {
        return Figures.of(Figures.median(runs.stream().map(figure).toList()));
    }

    void row(String what, String ours, String against, String ratio, String target) {
        if (!headed) {
            out.println("| measured | Xietong | against | ratio | target |");
            out.println("|---|---|---|---|---|");
            headed = true;
        }
        out.println("| " + String.join(" | ", what, ours, against, ratio, target) + " |");
        out.flush();
        results.keep(what, ours, against, ratio, target);
    }
}
