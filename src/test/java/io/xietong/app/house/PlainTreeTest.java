package io.xietong.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files speak of the product alone: they build and read the same on every machine. */
class PlainTreeTest {

    private static final List<Pattern> FOREIGN = Stream.of(
                    // hosts of package registries: where packages come from is the machine's business
                    "repo1?\\.maven",
                    "maven-central",
                    "central\\.sonatype",
                    "registry\\.npm",
                    "npmmirror\\.com",
                    "pypi\\.org",
                    "deb\\.debian\\.org",
                    "pkg\\.dev",
                    "jitpack\\.io",
                    // folders of one machine or one person
                    "/home/[a-z]",
                    "/(root|work)/[a-z.]",
                    "/Users/[A-Za-z]",
                    "C:\\\\Users",
                    "\\.m2/repository")
            .map(Pattern::compile)
            .toList();

    @Test
    void no_file_names_a_package_registry_or_a_folder_of_one_machine() {
        List<String> found = new ArrayList<>();
        for (Path file : Tree.files()) {
            if (file.endsWith("PlainTreeTest.java")) continue;
            List<String> lines = Tree.text(file).lines().toList();
            for (int line = 0; line < lines.size(); line++) {
                String text = lines.get(line);
                String place = Tree.name(file) + ":" + (line + 1) + " ";
                FOREIGN.stream()
                        .filter(foreign -> foreign.matcher(text).find())
                        .forEach(foreign -> found.add(place + foreign));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void both_languages_have_a_text_for_every_key() {
        Map<String, List<String>> chinese = keys(".zh-CN.properties");
        assertThat(keys(".en.properties")).isEqualTo(chinese);
        assertThat(chinese).isNotEmpty();
    }

    /** The keys of each word file, by the file's name without its language. */
    private static Map<String, List<String>> keys(String ending) {
        Map<String, List<String>> keys = new TreeMap<>();
        for (Path file : Tree.files()) {
            String name = Tree.name(file);
            if (!name.contains("/main/resources/words/") || !name.endsWith(ending)) continue;
            keys.put(
                    name.replace(ending, ""),
                    Tree.text(file)
                            .lines()
                            .filter(line -> line.contains("=") && !line.startsWith("#"))
                            .map(line -> line.substring(0, line.indexOf('=')).strip())
                            .sorted()
                            .toList());
        }
        return keys;
    }
}
