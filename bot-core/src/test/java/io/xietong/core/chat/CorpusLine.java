package io.xietong.core.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One line of corpus/sloppy.tsv: what was typed, and the verb and facts that are meant. */
record CorpusLine(String batch, String text, String verb, Map<String, String> facts) {

    /** The verb of what must not be taken for a command. */
    static final String NOTHING = "nothing";

    private static final String HEADING = "## ";

    static List<CorpusLine> all() {
        List<CorpusLine> lines = new ArrayList<>();
        String batch = "";
        for (String line : corpus().lines().toList()) {
            if (line.startsWith(HEADING)) batch = line.substring(HEADING.length());
            else if (line.contains("\t") && !line.startsWith("# ")) lines.add(of(batch, line));
        }
        return lines;
    }

    private static CorpusLine of(String batch, String line) {
        String[] columns = line.split("\t", -1);
        Map<String, String> facts = Arrays.stream(columns[2].split(" "))
                .filter(fact -> fact.contains("="))
                .map(fact -> fact.split("="))
                .collect(Collectors.toMap(fact -> fact[0], fact -> fact[1]));
        return new CorpusLine(batch, columns[0], columns[1], facts);
    }

    private static String corpus() {
        try (var in = CorpusLine.class.getResourceAsStream("/corpus/sloppy.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
