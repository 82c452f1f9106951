package io.xietong.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes {@code organisation.yml} the way people write it: a line for each person and department. */
final class OrganisationText {

    /** Words that need no quotes in flow style; anything else gets them. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_/][\\p{L}\\p{N}_./@·-]*( [\\p{L}\\p{N}_./@·-]+)*");

    private static final Set<String> NOT_WORDS = Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

    private OrganisationText() {}

    /** @param before the file as it was, whose comments at the top are kept */
    static String of(String before, JsonNode tree) {
        List<String> lines = before.lines()
                .takeWhile(line -> line.isBlank() || line.startsWith("#"))
                .collect(Collectors.toCollection(ArrayList::new));
        tree.properties().forEach(section -> {
            if (!lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) lines.add("");
            JsonNode content = section.getValue();
            boolean list = content.isArray() && !content.isEmpty();
            lines.add(section.getKey() + ":" + (list ? "" : " " + flow(content)));
            if (list) content.forEach(entry -> lines.add("  - " + flow(entry)));
        });
        return String.join("\n", lines) + "\n";
    }

    private static String flow(JsonNode node) {
        if (node.isObject())
            return node.properties().stream()
                    .map(field -> field.getKey() + ": " + flow(field.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(flow(item)));
            return "[" + String.join(", ", items) + "]";
        }
        if (!node.isTextual()) return node.toString();
        String text = node.asText();
        boolean plain = PLAIN.matcher(text).matches() && !NOT_WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
        return plain ? text : TextNode.valueOf(text).toString();
    }
}
