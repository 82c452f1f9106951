package io.xietong.app.bench;

import io.xietong.app.bench.CompanyCommands.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a command costs in a small and in a large company. */
record SideBySide(Table table, String where, Side small, Side large) {

    private static final int TIMES = Integer.getInteger("bench.times", 3);

    /** So long the demo's rounds last together at least, so that the collector pauses several times in them. */
    private static final long LEAST_NANOS = Long.getLong("bench.least-millis", 2_000) * 1_000_000;

    /** They show lists, which is where size would be felt first. */
    private static final Set<String> PROMPT = Set.of("todo", "find");

    /**
     * In turns, so that what the machine does beside it meets both, and all rounds of a side as one: a hundredth of a single round is
     * what one pause of the collector meets.
     */
    void compare(Command command) throws Exception {
        small.check(command);
        large.check(command);
        List<Figures.Run> few = new ArrayList<>();
        List<Figures.Run> many = new ArrayList<>();
        small.run(command);
        large.run(command);
        while (few.size() < TIMES || Figures.Run.of(few).wall() < LEAST_NANOS) {
            few.add(small.run(command));
            many.add(large.run(command));
        }
        Figures.Run demo = Figures.Run.of(few);
        Figures.Run company = Figures.Run.of(many);
        table.row(
                "「" + command.said().name() + "」 " + where,
                figures(company),
                "demo: " + figures(demo),
                Figures.of(company.p99() / demo.p99()) + ", p50 × " + Figures.of(company.p50() / demo.p50()),
                "≤ 1.5" + (PROMPT.contains(command.verb()) ? "; p99 < 50 ms" : ""));
    }

    private static String figures(Figures.Run run) {
        return "p50 " + Figures.of(run.p50()) + " ms, p99 " + Figures.of(run.p99()) + " ms";
    }
}
