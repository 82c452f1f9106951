package io.xietong.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The list of everything that can break says the truth about what checks it. */
class FaultsTest {

    private static final String LIST = "src/test/resources/faults.txt";
    private static final int FAULTS = 60;
    private static final Pattern FAULT = Pattern.compile("(\\d+) (.+: .+)");
    private static final Pattern CHECK = Pattern.compile("  ((?:\\w+/)?\\w+)#(\\w+)");
    private static final Pattern GAP = Pattern.compile("  not: .+");
    private static final Pattern ANNOTATED = Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest|Property)\\b");

    private static List<String> lines() {
        return Tree.text(Tree.path(LIST))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    @Test
    void every_fault_is_there_once_with_its_checks_or_the_reason_why_there_is_none() {
        List<Integer> faults = new ArrayList<>();
        List<Integer> explained = new ArrayList<>();
        for (String line : lines()) {
            Matcher fault = FAULT.matcher(line);
            boolean below = CHECK.matcher(line).matches() || GAP.matcher(line).matches();
            assertThat(fault.matches() || below).as(line).isTrue();
            if (!below) faults.add(Integer.parseInt(fault.group(1)));
            else if (!explained.contains(faults.size())) explained.add(faults.size());
        }
        List<Integer> all = IntStream.rangeClosed(1, FAULTS).boxed().toList();
        assertThat(faults).isEqualTo(all);
        assertThat(explained).as("faults with a line below them").isEqualTo(all);
    }

    @Test
    void every_check_that_is_named_is_a_test_that_runs() {
        List<Path> tests = Tree.files().stream()
                .filter(file -> Tree.name(file).matches(".*src/test/.*\\.java|src/test/.*\\.java"))
                .toList();
        for (String line : lines()) {
            Matcher check = CHECK.matcher(line);
            if (!check.matches()) continue;
            List<Path> named = tests.stream()
                    .filter(file -> Tree.name(file).endsWith("/" + check.group(1) + ".java"))
                    .toList();
            assertThat(named).as("the file of %s", line.strip()).hasSize(1);
            assertThat(runs(Tree.text(named.get(0)), check.group(2)))
                    .as("%s is there and not switched off", line.strip())
                    .isTrue();
        }
    }

    /** Its annotations stand right above it. */
    private static boolean runs(String source, String method) {
        List<String> lines = source.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).contains(" void " + method + "(")) continue;
            int first = at;
            while (!lines.get(first - 1).isBlank() && !lines.get(first - 1).equals("    }")) first--;
            String above = String.join("\n", lines.subList(first, at));
            return ANNOTATED.matcher(above).find() && !above.contains("@Disabled");
        }
        return false;
    }
}
