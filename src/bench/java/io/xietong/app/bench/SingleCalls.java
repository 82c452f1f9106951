package io.xietong.app.bench;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Has JMH measure single functions, and puts each beside its bare counterpart: a method of the same name that ends in {@code Bare}. */
final class SingleCalls {

    private static final String BARE = "Bare";

    private final Table table;

    SingleCalls(Table table) {
        this.table = table;
    }

    void measure() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("\\." + Functions.class.getSimpleName() + "\\.")
                        .include("\\." + DoorFunctions.class.getSimpleName() + "\\.")
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
        for (RunResult result : results) {
            if (method(result).endsWith(BARE)) continue;
            RunResult bare = results.stream()
                    .filter(other -> method(other).equals(method(result) + BARE)
                            && platform(other).equals(platform(result)))
                    .findFirst()
                    .orElseThrow();
            double ratio = nanos(result) / nanos(bare);
            table.row(name(result), micros(result), micros(bare), "× " + Figures.of(ratio), "");
        }
    }

    private static String name(RunResult result) {
        return switch (method(result)) {
            case "read" -> "understanding a sentence, beside looking in it for the words of all verbs";
            case "due" -> "a due time by the working calendar, beside a rule of weekends";
            case "seal" -> "sealing a trail entry, beside SHA-256 over its text";
            case "open" ->
                "verifying, opening and reading a call of " + platform(result)
                        + ", beside one digest, one decryption and one JSON document";
            default -> method(result);
        };
    }

    private static String platform(RunResult result) {
        String platform = result.getParams().getParam("platform");
        return platform == null ? "" : platform;
    }

    private static String method(RunResult result) {
        String whole = result.getParams().getBenchmark();
        return whole.substring(whole.lastIndexOf('.') + 1);
    }

    private static double nanos(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static String micros(RunResult result) {
        return Figures.of(nanos(result) / 1000) + " µs ± "
                + Figures.of(result.getPrimaryResult().getScoreError() / 1000);
    }
}
