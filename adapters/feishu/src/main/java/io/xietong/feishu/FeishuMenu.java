package io.xietong.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.wire.BoundedJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers slash commands, as well as it can be done: whatever Feishu says to it, the bot works without them. Commands that
 * somebody else registered are left alone.
 */
final class FeishuMenu {

    private static final Logger log = LoggerFactory.getLogger(FeishuMenu.class);
    private static final String PATH = "/open-apis/application/v7/app_slash_commands";
    private static final int MOST = 100;
    private static final String NEXT =
            "Grant application:app_slash_command:read and :write, publish a version, start anew.";

    private final FeishuApi api;

    FeishuMenu(FeishuApi api) {
        this.api = api;
    }

    /** @return how many of them stand now */
    int register(List<SlashCommand> commands) {
        try {
            Map<String, JsonNode> present = new HashMap<>();
            JsonNode items =
                    api.call("GET", PATH, Optional.empty()).path("data").path("items");
            items.forEach(item -> present.put(item.path("command").asText(), item));
            int standing = 0;
            for (SlashCommand command : commands.subList(0, Math.min(MOST, commands.size())))
                if (register(command, present.get(command.name()))) standing++;
            log.info("{} slash commands stand in Feishu", standing);
            return standing;
        } catch (FeishuFault e) {
            log.warn("no slash commands, typed verbs work all the same: {} {}", e.getMessage(), NEXT);
            return 0;
        }
    }

    /** @param present null when it is not there yet */
    private boolean register(SlashCommand command, JsonNode present) {
        ObjectNode description = description(command);
        try {
            if (present == null) {
                ObjectNode body = BoundedJson.object().put("command", command.name());
                body.set("description", description);
                body.putObject("icon").put("icon_key", "skill_outlined");
                api.call("POST", PATH, Optional.of(body));
            } else if (!present.path("description").equals(description)) {
                ObjectNode body = BoundedJson.object();
                body.set("description", description);
                api.call("PATCH", PATH + "/" + present.path("command_id").asText(), Optional.of(body));
            }
            return true;
        } catch (FeishuFault e) {
            log.warn(
                    "no slash command /{}, the typed verb works all the same: {} {}",
                    command.name(),
                    e.getMessage(),
                    NEXT);
            return false;
        }
    }

    private static ObjectNode description(SlashCommand command) {
        ObjectNode description = BoundedJson.object().put("default_value", command.chinese());
        description.putObject("i18n").put("zh_cn", command.chinese()).put("en_us", command.english());
        return description;
    }
}
