package io.xietong.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table in a document that says what the program says, between {@code <!-- name -->} and {@code <!-- /name -->}.
 * {@code scripts/docs} writes it, the tests compare it.
 */
record Table(String document, String name) {

    private static final boolean WRITE = Boolean.getBoolean("xietong.write-docs");

    /** The lines between the marks as they are now. */
    List<String> lines() {
        String text = Tree.text(Tree.path(document));
        return text.substring(start(text), end(text)).lines().toList();
    }

    /** The cells of each row, without heading and rule. */
    List<List<String>> rows() {
        return lines().stream()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Stream.of(line.substring(1).split("(?<!\\\\)\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    void says(List<String> heading, List<List<String>> rows) {
        List<String> expected = new ArrayList<>();
        expected.add(row(heading));
        expected.add(row(heading.stream().map(cell -> "---").toList()));
        rows.forEach(cells -> expected.add(row(cells)));
        if (WRITE) write(expected);
        assertThat(lines())
                .as("%s, table %s; scripts/docs writes it anew", document, name)
                .isEqualTo(expected);
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private void write(List<String> lines) {
        Path file = Tree.path(document);
        String text = Tree.text(file);
        String written = text.substring(0, start(text)) + String.join("\n", lines) + "\n" + text.substring(end(text));
        try {
            Files.writeString(file, written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int start(String text) {
        return at(text, "<!-- " + name + " -->\n") + name.length() + "<!--  -->\n".length();
    }

    private int end(String text) {
        return at(text, "<!-- /" + name + " -->");
    }

    private int at(String text, String mark) {
        int at = text.indexOf(mark);
        assertThat(at).as("%s has the mark %s", document, mark.strip()).isNotNegative();
        return at;
    }
}
