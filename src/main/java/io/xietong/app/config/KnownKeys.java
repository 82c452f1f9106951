package io.xietong.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.xietong.core.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lays a file over the defaults and the environment over both. The defaults name every key there is: one that is not among them
 * is an error that names the nearest.
 */
final class KnownKeys {

    private static final String PREFIX = "XIETONG_";
    private static final String FROM_FILE = "_FILE";

    private final ObjectNode values;
    private final String file;
    private final List<Message> problems = new ArrayList<>();

    KnownKeys(JsonNode defaults, String file) {
        this.values = (ObjectNode) defaults.deepCopy();
        this.file = file;
    }

    KnownKeys file(JsonNode tree) {
        overlay(values, tree, "");
        return this;
    }

    private void overlay(ObjectNode known, JsonNode tree, String path) {
        if (!tree.isObject()) {
            problems.add(Message.of("config.not-a-section", file, path));
            return;
        }
        tree.properties().forEach(field -> {
            String key = path + field.getKey();
            JsonNode there = known.get(field.getKey());
            if (there == null)
                problems.add(Message.of(
                        "config.unknown-key",
                        file,
                        key,
                        nearest(key, leaves().keySet().stream().toList())));
            else if (there.isObject()) overlay((ObjectNode) there, field.getValue(), key + ".");
            else if (field.getValue().isObject()) problems.add(Message.of("config.not-a-value", file, key));
            else if (!field.getValue().isNull()) known.set(field.getKey(), field.getValue());
        });
    }

    KnownKeys environment(Map<String, String> environment) {
        Map<String, String> names = new LinkedHashMap<>();
        leaves().keySet().forEach(key -> names.put(variable(key), key));
        environment.forEach((name, value) -> {
            if (!name.startsWith(PREFIX)) return;
            if (names.containsKey(name)) put(names.get(name), value);
            else if (name.endsWith(FROM_FILE)
                    && names.containsKey(name.substring(0, name.length() - FROM_FILE.length()))) {
                fromFile(names.get(name.substring(0, name.length() - FROM_FILE.length())), value);
            } else
                problems.add(Message.of("config.unknown-variable", name, nearest(name, List.copyOf(names.keySet()))));
        });
        return this;
    }

    private void fromFile(String key, String path) {
        try {
            put(key, Files.readString(Path.of(path)).strip());
        } catch (IOException | RuntimeException e) {
            problems.add(Message.of("config.no-secret-file", variable(key) + FROM_FILE, path));
        }
    }

    private void put(String key, String value) {
        String[] steps = key.split("\\.");
        ObjectNode section = values;
        for (int i = 0; i < steps.length - 1; i++) section = (ObjectNode) section.get(steps[i]);
        section.set(steps[steps.length - 1], new TextNode(value));
    }

    static String variable(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private Map<String, JsonNode> leaves() {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        collect(values, "", leaves);
        return leaves;
    }

    private static void collect(JsonNode tree, String path, Map<String, JsonNode> leaves) {
        tree.properties().forEach(field -> {
            if (field.getValue().isObject()) collect(field.getValue(), path + field.getKey() + ".", leaves);
            else leaves.put(path + field.getKey(), field.getValue());
        });
    }

    private static String nearest(String typed, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(
                        key -> distance(lastStep(key), lastStep(typed)) * 10 + distance(key, typed)))
                .orElse("");
    }

    private static String lastStep(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static int distance(String a, String b) {
        return io.xietong.core.chat.Spelling.edits(a, b);
    }

    List<Message> problems() {
        return problems;
    }

    JsonNode values() {
        return values;
    }
}
