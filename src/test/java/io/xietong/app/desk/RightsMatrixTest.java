package io.xietong.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.chat.Phrase;
import io.xietong.core.chat.Receiver.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every verb of the phrasebook by every role, in one company with something of every kind in it: {@code +} where it is done, shown or
 * asked about, else the number of the sentence that says why not and, where it is a matter of rights, who may. What becomes of verbs
 * in every state of an item is in the rights tables of the features.
 */
class RightsMatrixTest {

    /** What stands in a line before what is said: the verb's name and a cell for each role. */
    private static final String CELLS = "^\\S+(\\s+(\\+|\\d+)(?=\\s))*\\s+";

    @Test
    void each_verb_is_done_or_refused_with_a_sentence_by_every_role() throws IOException {
        List<String> expected = table();
        List<String> header = words(expected.get(0));
        List<String> people = header.subList(1, header.size() - 1);
        try (RightsScene scene = new RightsScene()) {
            Map<String, Integer> sentences = new LinkedHashMap<>();
            List<String> actual = new ArrayList<>(List.of(expected.get(0)));
            for (String line : verbs(expected)) {
                String text = line.replaceFirst(CELLS, "");
                actual.add(String.format("%-17s", words(line).get(0))
                        + people.stream()
                                .map(person -> String.format("%-11s", cell(scene.tries(person, text), sentences)))
                                .collect(Collectors.joining())
                        + text);
            }
            actual.add("");
            sentences.forEach((sentence, number) -> actual.add(number + " " + sentence));
            Files.write(Path.of("target", "rights.txt"), actual);
            assertThat(actual).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void the_table_names_every_verb_of_the_phrasebook_and_nine_roles_or_more() throws IOException {
        assertThat(words(table().get(0))).startsWith("verb").hasSizeGreaterThan(9);
        assertThat(verbs(table()).stream().map(line -> words(line).get(0)))
                .containsExactlyInAnyOrderElementsOf(RightsScene.PHRASEBOOK.phrases().stream()
                        .map(Phrase::id)
                        .toList());
    }

    private static String cell(Answer answer, Map<String, Integer> sentences) {
        if (answer.done() || answer.toast().isEmpty()) return "+";
        String sentence = answer.toast().get().replace("\n", " ");
        return String.valueOf(sentences.computeIfAbsent(sentence, next -> sentences.size() + 1));
    }

    private static List<String> table() throws IOException {
        try (var table = RightsMatrixTest.class.getResourceAsStream("/rights.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static List<String> verbs(List<String> table) {
        return table.stream().skip(1).takeWhile(line -> !line.isBlank()).toList();
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split("\\s+"));
    }
}
