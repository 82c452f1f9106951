package io.xietong.emulator.dingtalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.emulator.EmulatedChats;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Robot messages to groups and people, and DING reminders. Thread-safe. */
final class RobotApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KEYS = Set.of("sampleText", "sampleMarkdown");
    private static final int MOST_BYTES = 15_000;

    private final DingtalkApp app;
    private final EmulatedChats chats;
    private final Function<String, Optional<String>> single;
    private final AtomicInteger sent = new AtomicInteger();

    RobotApi(DingtalkApp app, EmulatedChats chats, Function<String, Optional<String>> single) {
        this.app = app;
        this.chats = chats;
        this.single = single;
    }

    Answer toGroup(JsonNode body) {
        String chat = body.path("openConversationId").asText();
        if (chats.find(chat).filter(EmulatedChats.Chat::group).isEmpty()) {
            return Answer.fault(400, "invalid.openConversationId");
        }
        return wrong(body).orElseGet(() -> Answer.ok(Answer.object().put("processQueryKey", post(chat, body))));
    }

    Answer toPeople(JsonNode body) {
        Optional<Answer> wrong = wrong(body);
        if (wrong.isPresent()) return wrong.get();
        ObjectNode json = Answer.object();
        var invalid = json.putArray("invalidStaffIdList");
        json.putArray("flowControlledStaffIdList");
        String key = "";
        for (JsonNode account : body.path("userIds")) {
            Optional<String> chat = single.apply(account.asText());
            if (chat.isEmpty()) invalid.add(account.asText());
            else key = post(chat.get(), body);
        }
        return Answer.ok(json.put("processQueryKey", key));
    }

    private Optional<Answer> wrong(JsonNode body) {
        if (!app.robotCode().equals(body.path("robotCode").asText())) {
            return Optional.of(Answer.fault(400, "invalidParameter.robotCode.notExsit"));
        }
        if (!KEYS.contains(body.path("msgKey").asText())) {
            return Optional.of(Answer.fault(400, "invalidParameter.msgKey.invalid"));
        }
        int length = body.path("msgParam").asText().getBytes(StandardCharsets.UTF_8).length;
        return length > MOST_BYTES ? Optional.of(Answer.fault(400, "msgParam.tooLong")) : Optional.empty();
    }

    private String post(String chat, JsonNode body) {
        String key = "pqk-" + sent.incrementAndGet();
        chats.post(key, chat, EmulatedChats.BOT, body.path("msgKey").asText(), content(body));
        return key;
    }

    private static JsonNode content(JsonNode body) {
        try {
            return JSON.readTree(body.path("msgParam").asText());
        } catch (JsonProcessingException e) {
            return Answer.object();
        }
    }

    Answer ding(JsonNode body) {
        return Answer.ok(Answer.object().put("openDingId", "ding-" + sent.incrementAndGet()));
    }
}
