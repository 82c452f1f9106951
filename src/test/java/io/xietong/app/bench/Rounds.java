package io.xietong.app.bench;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rounds of a program's comparisons. The first are not counted, because the JVM compiles what is called: of 16 speakers on two
 * processors each command took less of them than the one before, until some 100,000 were filed. For one thread.
 */
final class Rounds {

    /** Rounds that count. */
    static final int TIMES = Integer.getInteger("bench.times", 5);

    /** Of a comparison with many speakers: some seconds, in which the tables grow. */
    static final int CALLS = Integer.getInteger("bench.calls", 16_000);

    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 96_000);

    private boolean warm;

    /** @param counts whether it goes into the table */
    record Round(int calls, boolean counts) {}

    /**
     * The rounds of the next comparison: those that do not count, many in the first comparison and one in the others, and those that do.
     *
     * @param speakers one speaks more slowly than many together, and has a quarter of their calls
     */
    List<Round> next(int speakers) {
        Round counted = new Round(speakers == 1 ? CALLS / 4 : CALLS, true);
        List<Round> before = warm
                ? List.of(new Round(counted.calls(), false))
                : Collections.nCopies(Math.max(1, WARM_UP / CALLS), new Round(CALLS, false));
        warm = true;
        return Stream.concat(before.stream(), Collections.nCopies(TIMES, counted).stream())
                .toList();
    }
}
