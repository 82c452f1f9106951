package io.xietong.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Heard;
import io.xietong.core.item.ItemNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the phrasebook against what people really type (corpus/sloppy.tsv). */
class CorpusTest {

    private static final double PROMISED = 0.95;

    private enum Outcome {
        UNDERSTOOD,
        OFFERED,
        MISSED
    }

    @Test
    void at_least_95_of_100_sloppy_inputs_are_understood_or_offered_right_among_three() {
        Map<String, List<CorpusLine>> batches = CorpusLine.all().stream()
                .collect(Collectors.groupingBy(CorpusLine::batch, LinkedHashMap::new, Collectors.toList()));
        batches.forEach(CorpusTest::report);

        assertThat(CorpusLine.all()).hasSizeGreaterThanOrEqualTo(220);
        assertThat(batches.values())
                .allSatisfy(lines -> assertThat(share(lines)).isGreaterThanOrEqualTo(PROMISED));
    }

    private static void report(String batch, List<CorpusLine> lines) {
        Map<Outcome, Long> counts =
                lines.stream().collect(Collectors.groupingBy(CorpusTest::outcome, Collectors.counting()));
        System.out.printf("%s: %d inputs %s: %.1f %%%n", batch, lines.size(), counts, 100 * share(lines));
        lines.stream()
                .filter(line -> outcome(line) == Outcome.MISSED)
                .forEach(line ->
                        System.out.println("  missed: " + line.text() + " → " + Heard.TUESDAY.read(line.text())));
    }

    private static double share(List<CorpusLine> lines) {
        return (double) lines.stream()
                        .filter(line -> outcome(line) != Outcome.MISSED)
                        .count()
                / lines.size();
    }

    private static Outcome outcome(CorpusLine line) {
        Reading reading = Heard.TUESDAY.read(line.text());
        if (line.verb().equals(CorpusLine.NOTHING))
            return changesNothing(reading) ? Outcome.UNDERSTOOD : Outcome.MISSED;
        if (reading instanceof Reading.Unclear unclear) {
            boolean offered =
                    unclear.nearest().stream().anyMatch(phrase -> phrase.id().equals(line.verb()));
            return offered ? Outcome.OFFERED : Outcome.MISSED;
        }
        return understood(reading, line) ? Outcome.UNDERSTOOD : Outcome.MISSED;
    }

    /** Verbs are offered, or the item is shown: nobody's talk becomes a command. */
    private static boolean changesNothing(Reading reading) {
        return reading instanceof Reading.Unclear
                || reading instanceof Reading.Understood understood
                        && (understood.command() instanceof TalkCommand.Show
                                || understood.command() instanceof TalkCommand.Trail);
    }

    private static boolean understood(Reading reading, CorpusLine line) {
        if (reading instanceof Reading.NumberNeeded needed)
            return needed.phrase().id().equals(line.verb()) && !line.facts().containsKey("number");
        if (reading instanceof Reading.Incomplete incomplete)
            return incomplete.phrase().id().equals(line.verb())
                    && incomplete
                            .number()
                            .map(ItemNumber::toString)
                            .equals(Optional.ofNullable(line.facts().get("number")))
                    && line.facts().keySet().stream().allMatch("number"::equals);
        if (!(reading instanceof Reading.Understood understood)) return false;
        return CorpusMeaning.verb(understood.command()).equals(line.verb())
                && CorpusMeaning.facts(understood.command()).equals(line.facts());
    }
}
