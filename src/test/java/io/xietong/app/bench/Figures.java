package io.xietong.app.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Times of single calls, and numbers of whole runs. */
final class Figures {

    private Figures() {}

    /**
     * One run of many calls.
     *
     * @param nanos how long each call took, in order of length
     * @param wall  how long the run took
     */
    record Run(long[] nanos, long wall) {
        Run {
            Arrays.sort(nanos);
        }

        /** Several runs as one. */
        static Run of(List<Run> runs) {
            return new Run(
                    runs.stream().flatMapToLong(run -> Arrays.stream(run.nanos)).toArray(),
                    runs.stream().mapToLong(Run::wall).sum());
        }

        double perSecond() {
            return nanos.length * 1e9 / wall;
        }

        double p50() {
            return nanos[nanos.length / 2] / 1e6;
        }

        double p99() {
            return nanos[nanos.length * 99 / 100] / 1e6;
        }
    }

    static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    static String of(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
