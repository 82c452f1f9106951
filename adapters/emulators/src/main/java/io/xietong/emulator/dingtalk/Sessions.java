package io.xietong.emulator.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.emulator.EmulatedChats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The addresses at which a chat takes messages for 90 minutes after somebody spoke to the robot there. Thread-safe. */
final class Sessions {

    private static final Duration LIFE = Duration.ofMinutes(90);

    private record Session(String chat, Instant until) {}

    private final EmulatedChats chats;
    private final Clock clock;
    private final Supplier<String> address;
    private final Map<String, Session> open = new ConcurrentHashMap<>();

    Sessions(EmulatedChats chats, Clock clock, Supplier<String> address) {
        this.chats = chats;
        this.clock = clock;
        this.address = address;
    }

    /** Puts a new session into a message that is about to be pushed. */
    void into(ObjectNode message, String chat) {
        String id = UUID.randomUUID().toString().replace("-", "");
        Instant until = clock.instant().plus(LIFE);
        open.put(id, new Session(chat, until));
        message.put("sessionWebhook", address.get() + "/robot/sendBySession?session=" + id)
                .put("sessionWebhookExpiredTime", until.toEpochMilli());
    }

    Answer send(String id, JsonNode body) {
        Session session = open.get(String.valueOf(id));
        if (session == null) return Answer.oldFault(300001);
        if (!session.until().isAfter(clock.instant())) return Answer.oldFault(300002);
        String kind = body.path("msgtype").asText();
        if (!kind.equals("text") && !kind.equals("markdown")) return Answer.oldFault(400105);
        chats.post(
                "session-" + UUID.randomUUID(),
                session.chat(),
                EmulatedChats.BOT,
                kind.equals("text") ? "sampleText" : "sampleMarkdown",
                body.path(kind));
        return Answer.ok(Answer.object().put("errcode", 0).put("errmsg", "ok"));
    }
}
