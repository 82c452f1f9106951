package io.xietong.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of the rules of security says the truth about the tests that see to them. */
class SecurityTest {

    private static final int RULES = 12;
    private static final Pattern RULE = Pattern.compile("(\\d+) \\p{Lu}.+");
    private static final Pattern CHECK = Pattern.compile("  ((?:\\w+/)?\\w+)#(\\w+)");
    private static final Pattern GAP = Pattern.compile("  not: .+");
    private static final Pattern ANNOTATED =
            Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest|Property|FuzzTest)\\b");

    private static List<String> lines() {
        return Tree.text(Tree.path("src/test/resources/security.txt"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    @Test
    void every_rule_is_there_once_with_what_sees_to_it() {
        List<Integer> rules = new ArrayList<>();
        List<Integer> seenTo = new ArrayList<>();
        for (String line : lines()) {
            Matcher rule = RULE.matcher(line);
            if (rule.matches()) rules.add(Integer.parseInt(rule.group(1)));
            else {
                assertThat(line).matches(CHECK.pattern() + "|" + GAP.pattern());
                if (!seenTo.contains(rules.size())) seenTo.add(rules.size());
            }
        }
        assertThat(rules).hasSize(RULES).isSorted().isEqualTo(seenTo);
    }

    @Test
    void every_test_that_is_named_is_there_and_runs() {
        List<Path> sources = Tree.files().stream()
                .filter(file -> Tree.name(file).matches(".*src/test/.*\\.java|src/test/.*\\.java"))
                .toList();
        for (String line : lines()) {
            Matcher check = CHECK.matcher(line);
            if (!check.matches()) continue;
            List<Path> named = sources.stream()
                    .filter(file -> Tree.name(file).endsWith("/" + check.group(1) + ".java"))
                    .toList();
            assertThat(named).as("the file of %s", line.strip()).hasSize(1);
            assertThat(runs(Tree.text(named.get(0)), check.group(2)))
                    .as(line.strip())
                    .isTrue();
        }
    }

    /** Its annotations stand right above it. */
    private static boolean runs(String source, String method) {
        int at = source.indexOf(" void " + method + "(");
        if (at < 0) return false;
        String before = source.substring(0, at);
        String above = before.substring(Math.max(before.lastIndexOf("\n\n"), before.lastIndexOf("    }\n")));
        return ANNOTATED.matcher(above).find() && !above.contains("@Disabled");
    }
}
