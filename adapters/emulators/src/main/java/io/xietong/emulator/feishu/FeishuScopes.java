package io.xietong.emulator.feishu;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** The permissions that the emulated app asks for. */
final class FeishuScopes {

    static final List<String> ALL = List.of(
            "im:message:send_as_bot",
            "im:message.p2p_msg:readonly",
            "im:message.group_at_msg:readonly",
            "im:message.urgent",
            "im:chat",
            "im:chat:readonly",
            "contact:contact.base:readonly",
            "contact:user.base:readonly",
            "contact:department.base:readonly",
            "calendar:calendar",
            "calendar:calendar:read",
            "application:app_slash_command:write",
            "application:app_slash_command:read");

    private FeishuScopes() {}

    static Answer listed(Set<String> granted) {
        ObjectNode data = Answer.object();
        ArrayNode scopes = data.putArray("scopes");
        for (String scope : ALL)
            scopes.addObject().put("scope_name", scope).put("grant_status", granted.contains(scope) ? 1 : 2);
        return Answer.ok(data);
    }
}
