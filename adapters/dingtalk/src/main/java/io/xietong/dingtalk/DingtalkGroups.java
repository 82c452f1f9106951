package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.ChatGroups;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.wire.BoundedJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Scene groups, made from a template of the console; without one DingTalk lets no application make groups. Thread-safe. */
final class DingtalkGroups implements ChatGroups {

    private static final int LONGEST_NAME = 30;

    private final DingtalkSettings settings;
    private final DingtalkApi api;

    DingtalkGroups(DingtalkSettings settings, DingtalkApi api) {
        this.settings = settings;
        this.api = api;
    }

    @Override
    public Receipt create(String key, String name, String owner, List<String> members) {
        ObjectNode body = BoundedJson.object()
                .put("title", fitting(name))
                .put("template_id", settings.groupTemplateId())
                .put("owner_user_id", owner)
                .put("user_ids", String.join(",", members))
                .put("uuid", key);
        return tried(() -> {
            JsonNode made = api.call("POST", "/v1.0/im/sceneGroup/create", body);
            return made.path("open_conversation_id").asText();
        });
    }

    @Override
    public Receipt add(String chat, List<String> members) {
        return members(chat, members, "add");
    }

    @Override
    public Receipt remove(String chat, List<String> members) {
        return members(chat, members, "delete");
    }

    private Receipt members(String chat, List<String> members, String act) {
        if (members.isEmpty()) return new Sent(chat);
        ObjectNode body =
                BoundedJson.object().put("open_conversation_id", chat).put("user_ids", String.join(",", members));
        return tried(() -> {
            api.call("POST", "/v1.0/im/sceneGroup/member/" + act, body);
            return chat;
        });
    }

    @Override
    public Receipt rename(String chat, String name) {
        ObjectNode body = BoundedJson.object().put("open_conversation_id", chat).put("title", fitting(name));
        return tried(() -> {
            api.call("POST", "/v1.0/im/sceneGroup/update", body);
            return chat;
        });
    }

    private static String fitting(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    private Receipt tried(Supplier<String> call) {
        if (settings.groupTemplateId().isBlank()) {
            return new NotSent(
                    NotSent.Kind.NEEDS_ADMIN, "no template for scene groups is configured", Optional.empty());
        }
        try {
            return new Sent(call.get());
        } catch (DingtalkFault e) {
            return e.receipt();
        }
    }
}
