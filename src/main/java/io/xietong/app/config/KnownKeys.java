package io.xietong.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.xietong.core.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Lays a file over the defaults and the environment over both. The defaults name every key there is: one that is not among them
 * is an error that names the nearest.
 */
final class KnownKeys {

    private static final String PREFIX = "XIETONG_";
    private static final String FROM_FILE = "_FILE";

    /** Variables of ours that are no part of the configuration. */
    private static final Set<String> ELSEWHERE =
            Set.of("XIETONG_LOG_FORMAT", "XIETONG_MOVE_TO_PASSWORD", "XIETONG_MOVE_TO_PASSWORD_FILE");

    private final ObjectNode values;
    private final String file;
    private final List<Message> problems = new ArrayList<>();

    KnownKeys(JsonNode defaults, String file) {
        this.values = (ObjectNode) defaults.deepCopy();
        this.file = file;
    }

    KnownKeys file(JsonNode tree) {
        if (tree.isObject()) overlay(values, tree, "");
        else problems.add(Message.of("config.not-keys", file));
        return this;
    }

    private void overlay(ObjectNode known, JsonNode tree, String path) {
        if (!tree.isObject()) {
            problems.add(Message.of("config.not-a-section", file, path.substring(0, path.length() - 1)));
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
                        nearest(key, field.getValue().isObject() ? sections() : List.copyOf(leaves().keySet()))));
            else if (there.isObject()) overlay((ObjectNode) there, field.getValue(), key + ".");
            else if (field.getValue().isObject()) problems.add(Message.of("config.not-a-value", file, key));
            else if (!field.getValue().isNull()) take(known, field.getKey(), key, field.getValue());
        });
    }

    /** What is true or false, or a number, among the defaults stays one. */
    private void take(ObjectNode section, String name, String key, JsonNode value) {
        JsonNode usual = section.get(name);
        String typed = value.asText().strip();
        if (usual.isBoolean() && !List.of("true", "false").contains(typed.toLowerCase(Locale.ROOT)))
            problems.add(Message.of("config.wrong", file, key, shown(value), "true, false"));
        else if (usual.isInt() && !typed.matches("\\d{1,9}"))
            problems.add(Message.of("config.wrong", file, key, shown(value), "0-999999999"));
        else section.set(name, usual.isBoolean() ? BooleanNode.valueOf(typed.equalsIgnoreCase("true")) : value);
    }

    private static String shown(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    KnownKeys environment(Map<String, String> environment) {
        Map<String, String> names = new LinkedHashMap<>();
        leaves().keySet().forEach(key -> names.put(variable(key), key));
        environment.forEach((name, value) -> {
            if (!name.startsWith(PREFIX) || ELSEWHERE.contains(name)) return;
            if (names.containsKey(name)) {
                if (environment.containsKey(name + FROM_FILE)) problems.add(Message.of("config.set-twice", name));
                put(names.get(name), value);
            } else if (name.endsWith(FROM_FILE)
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
        take(section, steps[steps.length - 1], variable(key), new TextNode(value));
    }

    static String variable(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private Map<String, JsonNode> leaves() {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        collect(values, "", leaves);
        return leaves;
    }

    /** Every part of a key that has keys below it. */
    private List<String> sections() {
        Set<String> sections = new LinkedHashSet<>();
        for (String key : leaves().keySet()) {
            for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1))
                sections.add(key.substring(0, dot));
        }
        return List.copyOf(sections);
    }

    private static void collect(JsonNode tree, String path, Map<String, JsonNode> leaves) {
        tree.properties().forEach(field -> {
            if (field.getValue().isObject()) collect(field.getValue(), path + field.getKey() + ".", leaves);
            else leaves.put(path + field.getKey(), field.getValue());
        });
    }

    /** The known word that is closest to what was typed; its last step counts most. */
    static String nearest(String typed, List<String> known) {
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
