package io.xietong.app.bench;

import io.xietong.app.bench.CompanyCommands.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a command costs in a small and in a large company. */
record SideBySide(Table table, String where, Side small, Side large) {

    private static final int TIMES = Integer.getInteger("bench.times", 3);

    /** They show lists, which is where size would be felt first. */
    private static final Set<String> PROMPT = Set.of("todo", "find");

    /** In turns, so that what the machine does beside it meets both. */
    void compare(Command command) throws Exception {
        small.check(command);
        large.check(command);
        List<Double> few = new ArrayList<>();
        List<Double> many = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int time = 0; time <= TIMES; time++) {
            double one = small.run(command).p99();
            double other = large.run(command).p99();
            if (time == 0) continue;
            few.add(one);
            many.add(other);
            ratios.add(other / one);
        }
        table.row(
                "「" + command.said().name() + "」 " + where,
                "p99 " + Figures.of(Figures.median(many)) + " ms",
                "demo: p99 " + Figures.of(Figures.median(few)) + " ms",
                Figures.of(Figures.median(ratios)),
                "≤ 1.5" + (PROMPT.contains(command.verb()) ? "; p99 < 50 ms" : ""));
    }
}
