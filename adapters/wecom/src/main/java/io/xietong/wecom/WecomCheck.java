package io.xietong.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.text.Message;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.HttpAnswer;
import io.xietong.wire.PlatformClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks whether both halves are set up as they must be. The bot is not tried: a second connection would cut the one in use. */
final class WecomCheck {

    private final WecomSettings settings;
    private final WecomApi api;
    private final boolean calendar;
    private final PlatformClock clock;

    WecomCheck(WecomSettings settings, WecomApi api, boolean calendar, PlatformClock clock) {
        this.settings = settings;
        this.api = api;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Empty when all is well. */
    List<Message> findings() {
        List<Message> findings = new ArrayList<>();
        boolean app = settings.app().configured();
        boolean bot = settings.bot().configured();
        if (!app && !bot) return List.of(Message.of("wecom.check.nothing"));
        checkKey("platforms.wecom.app.aes-key", settings.app().aesKey(), findings);
        checkKey("platforms.wecom.bot.aes-key", settings.bot().aesKey(), findings);
        if (!app) findings.add(Message.of("wecom.check.no-app"));
        if (!bot) findings.add(Message.of("wecom.check.no-bot"));
        if (app && checkToken(findings)) checkPermissions(findings);
        return findings;
    }

    private static void checkKey(String name, String key, List<Message> findings) {
        if (!key.isBlank() && !WecomCipher.usable(key)) findings.add(Message.of("wecom.check.key", name));
    }

    private boolean checkToken(List<Message> findings) {
        try {
            HttpAnswer answer = api.ask();
            clock.noted().ifPresent(off -> findings.add(Message.of("wecom.check.clock", off.toSeconds())));
            Optional<JsonNode> json = BoundedJson.object(answer.body());
            boolean given = json.isPresent()
                    && !json.get().path("access_token").asText().isBlank();
            if (!given) {
                String code =
                        json.map(j -> "errcode " + j.path("errcode").asText()).orElse("HTTP " + answer.status());
                findings.add(Message.of("wecom.check.credentials", code));
            }
            return given;
        } catch (WecomFault e) {
            findings.add(Message.of("wecom.check.unreachable", e.getMessage()));
            return false;
        }
    }

    /** A token is given without any permission and to any address, so something harmless is called with it. */
    private void checkPermissions(List<Message> findings) {
        try {
            api.get(
                    "/cgi-bin/agent/get",
                    Map.of("agentid", Integer.toString(settings.app().agentId())));
        } catch (WecomFault e) {
            findings.add(Message.of("wecom.check.agent", e.getMessage()));
            return;
        }
        try {
            api.get("/cgi-bin/department/list", Map.of());
        } catch (WecomFault e) {
            findings.add(Message.of("wecom.check.contacts", e.getMessage()));
        }
        if (calendar) checkCalendar(findings);
    }

    /** Asking for an event that never was tells whether events may be asked for at all. */
    private void checkCalendar(List<Message> findings) {
        ObjectNode nothing = BoundedJson.object();
        nothing.putArray("schedule_id_list").add("xietong-self-check");
        try {
            api.post("/cgi-bin/oa/schedule/get", nothing);
        } catch (WecomFault e) {
            if (e.kind() == NotSent.Kind.NEEDS_ADMIN) findings.add(Message.of("wecom.check.calendar", e.getMessage()));
        }
    }
}
