package io.xietong.emulator.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The app's slash commands. Thread-safe. */
final class SlashCommands {

    private static final Set<String> ICONS = Set.of("skill_outlined");
    private static final int MOST = 100;

    private final Map<String, ObjectNode> commands = new LinkedHashMap<>();
    private final Set<String> granted;
    private int count;

    /** @param granted the app's permissions at any time */
    SlashCommands(Set<String> granted) {
        this.granted = granted;
    }

    private Optional<Answer> forbidden(String act) {
        String scope = "application:app_slash_command:" + act;
        return granted.contains(scope)
                ? Optional.empty()
                : Optional.of(Answer.fault(99991672, "Access denied. This scope is required: [" + scope + "]."));
    }

    synchronized Answer create(JsonNode body) {
        return forbidden("write").orElseGet(() -> created(body));
    }

    private Answer created(JsonNode body) {
        String name = body.path("command").asText();
        if (name.isBlank() || name.startsWith("/") || commands.size() >= MOST)
            return Answer.fault(99992402, "field validation failed");
        boolean taken = commands.values().stream()
                .anyMatch(command -> command.path("command").asText().equals(name));
        if (taken) return Answer.fault(40000000, "command already exists");
        if (!ICONS.contains(body.path("icon").path("icon_key").asText("skill_outlined")))
            return Answer.fault(40000031, "invalid icon");
        String id = Integer.toString(++count);
        ObjectNode command = Answer.object().put("command_id", id).put("command", name);
        command.set("description", body.path("description"));
        commands.put(id, command);
        return Answer.ok(Answer.object().put("command_id", id));
    }

    synchronized Answer list() {
        Optional<Answer> forbidden = forbidden("read");
        if (forbidden.isPresent()) return forbidden.get();
        ObjectNode data = Answer.object();
        ArrayNode items = data.putArray("items");
        commands.values().forEach(items::add);
        return Answer.ok(data);
    }

    synchronized Map<String, String> described() {
        Map<String, String> described = new LinkedHashMap<>();
        commands.values()
                .forEach(command -> described.put(
                        command.path("command").asText(),
                        command.path("description").path("i18n").path("zh_cn").asText()));
        return described;
    }

    synchronized Answer change(String id, JsonNode body) {
        Optional<Answer> forbidden = forbidden("write");
        if (forbidden.isPresent()) return forbidden.get();
        ObjectNode command = commands.get(id);
        if (command == null) return Answer.fault(99992402, "field validation failed");
        if (body.has("description")) command.set("description", body.path("description"));
        return Answer.ok();
    }

    synchronized Answer remove(String id) {
        return commands.remove(id) == null ? Answer.fault(99992402, "field validation failed") : Answer.ok();
    }
}
