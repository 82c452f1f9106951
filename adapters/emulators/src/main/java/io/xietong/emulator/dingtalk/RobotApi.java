package io.xietong.emulator.dingtalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.emulator.EmulatedChats;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Robot messages to groups and people, and DING reminders. Thread-safe. */
final class RobotApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, List<String>> KEYS = Map.of(
            "sampleText", List.of("content"),
            "sampleMarkdown", List.of("title", "text"),
            "sampleActionCard", List.of("title", "text", "singleTitle", "singleURL"),
            "sampleActionCard2", List.of("title", "text", "actionTitle2", "actionURL2"),
            "sampleActionCard3", List.of("title", "text", "actionTitle3", "actionURL3"),
            "sampleActionCard4", List.of("title", "text", "actionTitle4", "actionURL4"),
            "sampleActionCard5", List.of("title", "text", "actionTitle5", "actionURL5"));
    private static final int MOST_BYTES = 15_000;

    private final DingtalkApp app;
    private final EmulatedChats chats;
    private final Function<String, Optional<String>> single;
    private final AtomicInteger sent = new AtomicInteger();
    private final Set<String> slow = ConcurrentHashMap.newKeySet();
    private volatile boolean dings = true;

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
        var held = json.putArray("flowControlledStaffIdList");
        String key = "";
        if (body.path("userIds").isEmpty()) return Answer.fault(400, "invalidParameter.userIds.empty");
        for (JsonNode account : body.path("userIds")) {
            if (slow.remove(account.asText())) {
                held.add(account.asText());
                continue;
            }
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
        List<String> fields = KEYS.get(body.path("msgKey").asText());
        if (fields == null || !fields.stream().allMatch(content(body)::hasNonNull)) {
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

    /** The next message to this account is held back. */
    void holdBack(String account) {
        slow.add(account);
    }

    /** Whether the edition has DING reminders. */
    void dings(boolean wanted) {
        dings = wanted;
    }

    Answer ding(JsonNode body) {
        if (!dings) return Answer.fault(400, "ding.serverquota.insufficient");
        return Answer.ok(Answer.object().put("openDingId", "ding-" + sent.incrementAndGet()));
    }
}
