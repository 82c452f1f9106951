package io.xietong.app.bench;

/**
 * How many calls are made in each round of a comparison. The first round is not counted: in it the JVM compiles what is called,
 * which takes longer than all the others together, so the first comparison of a program has many calls in it. For one thread.
 */
final class Rounds {

    /** Rounds that count, behind the first. */
    static final int TIMES = Integer.getInteger("bench.times", 5);

    /** Of a comparison with many speakers: some seconds, in which the tables grow. */
    static final int CALLS = Integer.getInteger("bench.calls", 16_000);

    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 48_000);

    private boolean warm;

    /**
     * @param time     of a comparison, from 0
     * @param speakers one speaks more slowly than many together, and has a quarter of their calls
     */
    int calls(int time, int speakers) {
        if (!warm && time == 0) return WARM_UP;
        warm = true;
        return speakers == 1 ? CALLS / 4 : CALLS;
    }
}
