package io.xietong.app.bench;

/**
 * How many calls are made in each round of a comparison. The first round is not counted: in it the JVM compiles what is called,
 * which takes longer than all the others together, so the first comparison of a program has many calls in it. For one thread.
 */
final class Rounds {

    /** Rounds that count, behind the first. */
    static final int TIMES = Integer.getInteger("bench.times", 5);

    /** Of a comparison that wants no others. */
    static final int CALLS = Integer.getInteger("bench.calls", 4_000);

    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 30_000);

    private final int calls;
    private boolean warm;

    /** @param calls in each round that counts */
    Rounds(int calls) {
        this.calls = calls;
    }

    /** @param time of a comparison, from 0 */
    int calls(int time) {
        if (warm) return calls;
        warm = time > 0;
        return warm ? calls : WARM_UP;
    }
}
