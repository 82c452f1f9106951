package io.xietong.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.text.Message;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.HttpAnswer;
import io.xietong.wire.PlatformClock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks whether the app is set up as it must be, and says for each thing that is not what to do next. */
final class FeishuCheck {

    /** What is needed, any one name of each line, and the key of its reason. */
    private static final Map<List<String>, String> SCOPES = scopes();

    /** Reasons that count only for those who use it. */
    private static final Map<String, Feishu.Extra> EXTRAS = Map.of(
            "urgent", Feishu.Extra.URGENT,
            "calendar", Feishu.Extra.CALENDAR,
            "calendar-read", Feishu.Extra.CALENDAR);

    private final FeishuSettings settings;
    private final boolean webhook;
    private final Set<Feishu.Extra> extras;
    private final FeishuTokens tokens;
    private final FeishuApi api;
    private final FeishuBot bot;
    private final PlatformClock clock;

    FeishuCheck(
            FeishuSettings settings,
            boolean webhook,
            Set<Feishu.Extra> extras,
            FeishuTokens tokens,
            FeishuApi api,
            FeishuBot bot,
            PlatformClock clock) {
        this.settings = settings;
        this.webhook = webhook;
        this.extras = extras;
        this.tokens = tokens;
        this.api = api;
        this.bot = bot;
        this.clock = clock;
    }

    private static Map<List<String>, String> scopes() {
        Map<List<String>, String> scopes = new LinkedHashMap<>();
        scopes.put(List.of("im:message:send_as_bot", "im:message"), "send");
        scopes.put(List.of("im:message.p2p_msg:readonly", "im:message.p2p_msg"), "single");
        scopes.put(List.of("im:message.group_at_msg:readonly", "im:message.group_at_msg"), "group");
        scopes.put(List.of("im:message.urgent", "im:message.urgent:app_send"), "urgent");
        scopes.put(List.of("im:chat"), "chat");
        scopes.put(List.of("im:chat:readonly", "im:chat:read", "im:chat"), "chat-read");
        scopes.put(List.of("contact:contact.base:readonly", "contact:contact:readonly_as_app"), "contacts");
        scopes.put(List.of("contact:user.base:readonly", "contact:contact:readonly_as_app"), "people");
        scopes.put(List.of("contact:department.base:readonly", "contact:contact:readonly_as_app"), "departments");
        scopes.put(List.of("calendar:calendar"), "calendar");
        scopes.put(List.of("calendar:calendar:read", "calendar:calendar:readonly"), "calendar-read");
        scopes.put(List.of("application:app_slash_command:write"), "slash");
        return scopes;
    }

    /** Empty when all is well. */
    List<Message> findings() {
        List<Message> findings = new ArrayList<>();
        if (webhook) checkSecrets(findings);
        try {
            HttpAnswer answer = tokens.ask();
            clock.noted().ifPresent(off -> findings.add(Message.of("feishu.check.clock", off.toSeconds())));
            int code = BoundedJson.object(answer.body())
                    .map(json -> json.path("code").asInt(-1))
                    .orElse(-1);
            if (code != FeishuCodes.OK) findings.add(Message.of("feishu.check.credentials", Integer.toString(code)));
            else checkApp(findings);
        } catch (FeishuFault e) {
            findings.add(Message.of("feishu.check.unreachable", e.getMessage()));
        }
        return findings;
    }

    private void checkSecrets(List<Message> findings) {
        if (settings.encrypted()) return;
        findings.add(Message.of(
                settings.verificationToken().isBlank() ? "feishu.check.no-token" : "feishu.check.no-encrypt-key"));
    }

    private void checkApp(List<Message> findings) {
        try {
            int status = bot.info().path("activate_status").asInt();
            if (status != 2) findings.add(Message.of("feishu.check.inactive"));
        } catch (FeishuFault e) {
            findings.add(Message.of("feishu.check.bot", e.getMessage()));
        }
        checkScopes(findings);
        try {
            api.call("GET", "/open-apis/contact/v3/scopes?page_size=1", Optional.empty());
        } catch (FeishuFault e) {
            findings.add(Message.of("feishu.check.contacts", e.getMessage()));
        }
    }

    private void checkScopes(List<Message> findings) {
        try {
            Set<String> granted = new HashSet<>();
            JsonNode scopes = api.call("GET", "/open-apis/application/v6/scopes", Optional.empty())
                    .path("data")
                    .path("scopes");
            for (JsonNode scope : scopes)
                if (scope.path("grant_status").asInt() == 1)
                    granted.add(scope.path("scope_name").asText());
            SCOPES.forEach((names, reason) -> {
                boolean needed = !EXTRAS.containsKey(reason) || extras.contains(EXTRAS.get(reason));
                if (needed && names.stream().noneMatch(granted::contains))
                    findings.add(Message.of("feishu.check.scope", names.get(0), Message.of("feishu.scope." + reason)));
            });
        } catch (FeishuFault e) {
            findings.add(Message.of("feishu.check.scopes-unknown", e.getMessage()));
        }
    }
}
