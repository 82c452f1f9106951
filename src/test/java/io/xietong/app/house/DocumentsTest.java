package io.xietong.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.xietong.app.wiring.Phrases;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say about the program is what the program does. */
class DocumentsTest {

    /** A link, not a picture: pictures are made by the browser tests. */
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^]]*]\\((?!https?://|#)([^)#]+)");

    private static final String NOTHING = "—";

    @Test
    void the_readme_lists_the_verbs_of_the_phrasebook() {
        new Table("README.md", "commands").says(List.of("说", "也可以说", "English", "做什么", "例子"), verbs(Language.CHINESE));
        new Table("README.en.md", "commands")
                .says(List.of("Say", "中文", "Also in Chinese", "What it does", "Example"), verbs(Language.ENGLISH));
    }

    private static List<List<String>> verbs(Language language) {
        Words words = Words.in(language, ZoneOffset.UTC);
        return Phrases.book().phrases().stream()
                .map(phrase -> {
                    String others = String.join(
                            "、", phrase.chinese().subList(1, phrase.chinese().size()));
                    String english = code(phrase.english().get(0));
                    String help = words.say(phrase.help());
                    String example = code(words.say(phrase.example()));
                    return language == Language.CHINESE
                            ? List.of(code(phrase.verb()), orNothing(others), english, help, example)
                            : List.of(english, code(phrase.verb()), orNothing(others), help, example);
                })
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/configuration.md", "docs/configuration.en.md"})
    void the_reference_explains_every_key_of_the_configuration(String document) throws IOException {
        boolean chinese = !document.contains(".en.");
        Table settings = new Table(document, "xietong");
        settings.says(
                chinese ? List.of("键", "默认值", "环境变量", "含义") : List.of("Key", "Default", "Environment", "Meaning"),
                defaults("xietong").entrySet().stream()
                        .map(key -> List.of(
                                code(key.getKey()),
                                key.getValue(),
                                code(variable(key.getKey())),
                                meaning(settings, key.getKey())))
                        .toList());
        Table policy = new Table(document, "policy");
        policy.says(
                chinese ? List.of("键", "默认值", "含义") : List.of("Key", "Default", "Meaning"),
                defaults("policy").entrySet().stream()
                        .map(key -> List.of(code(key.getKey()), key.getValue(), meaning(policy, key.getKey())))
                        .toList());
    }

    @Test
    void every_file_of_defaults_has_its_table() throws IOException {
        try (var files = Files.list(Tree.path("src/main/resources/defaults"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("xietong.yml", "policy.yml");
        }
    }

    /** The last cell of the key's row, written by hand. */
    private static String meaning(Table table, String key) {
        List<String> meanings = table.rows().stream()
                .filter(row -> row.get(0).equals(code(key)))
                .map(row -> row.get(row.size() - 1))
                .toList();
        assertThat(meanings)
                .as("the row of %s in %s says what it means", key, table.document())
                .isNotEmpty();
        assertThat(meanings.get(0)).isNotBlank();
        return meanings.get(0);
    }

    private static Map<String, String> defaults(String name) throws IOException {
        Map<String, String> leaves = new LinkedHashMap<>();
        Path file = Tree.path("src/main/resources/defaults/" + name + ".yml");
        collect(new YAMLMapper().readTree(Tree.text(file)), "", leaves);
        return leaves;
    }

    private static void collect(JsonNode tree, String path, Map<String, String> leaves) {
        tree.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isObject()) collect(value, path + field.getKey() + ".", leaves);
            else leaves.put(path + field.getKey(), shown(value));
        });
    }

    private static String shown(JsonNode value) {
        if (!value.isArray()) return value.asText().isEmpty() ? NOTHING : code(value.asText());
        List<String> items = new ArrayList<>();
        value.forEach(item ->
                items.add(item.isValueNode() ? item.asText() : item.path("id").asText()));
        return code("[" + String.join(", ", items) + "]");
    }

    private static String variable(String key) {
        return "XIETONG_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.en.md"})
    void the_readme_explains_every_exit_code(String readme) throws ReflectiveOperationException {
        TreeSet<String> codes = new TreeSet<>();
        for (Field constant : Class.forName("io.xietong.app.cli.ExitCode").getDeclaredFields()) {
            constant.setAccessible(true);
            codes.add(String.valueOf(constant.getInt(null)));
        }
        assertThat(new Table(readme, "exit-codes").rows().stream().map(row -> row.get(0)))
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void every_link_between_documents_leads_somewhere() {
        List<String> broken = new ArrayList<>();
        for (Path document : Tree.files()) {
            if (!document.toString().endsWith(".md")) continue;
            for (String target : links(document)) {
                if (!Files.exists(document.resolveSibling(target))) broken.add(Tree.name(document) + " → " + target);
            }
        }
        assertThat(broken).isEmpty();
    }

    private static List<String> links(Path document) {
        return LINK.matcher(Tree.text(document))
                .results()
                .map(link -> link.group(1).strip())
                .collect(Collectors.toList());
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? NOTHING : text;
    }
}
