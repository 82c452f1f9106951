package io.xietong.emulator.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.emulator.EmulatedChats;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Groups made from a template. Thread-safe. */
final class SceneGroups {

    private final EmulatedChats chats;
    private final AtomicInteger groups = new AtomicInteger();
    private final Map<String, String> groupsMade = new ConcurrentHashMap<>();

    SceneGroups(EmulatedChats chats) {
        this.chats = chats;
    }

    Answer create(JsonNode body) {
        if (body.path("template_id").asText().isBlank()) return Answer.fault(400, "param.template_idEmpty");
        String id = "cidmade" + groups.incrementAndGet() + "==";
        String made = groupsMade.putIfAbsent(body.path("uuid").asText(id), id);
        if (made != null) return Answer.ok(Answer.object().put("open_conversation_id", made));
        Set<String> members = accounts(body);
        members.add(body.path("owner_user_id").asText());
        chats.add(new EmulatedChats.Chat(id, body.path("title").asText(), true, members));
        return Answer.ok(Answer.object().put("open_conversation_id", id).put("chat_id", "chat" + id));
    }

    Answer rename(JsonNode body) {
        String id = body.path("open_conversation_id").asText();
        return chats.find(id)
                .map(chat -> {
                    chats.add(new EmulatedChats.Chat(id, body.path("title").asText(), true, chat.members()));
                    return Answer.ok(Answer.object().put("success", true));
                })
                .orElseGet(() -> Answer.fault(400, "group.disbanded"));
    }

    Answer members(JsonNode body, boolean join) {
        String id = body.path("open_conversation_id").asText();
        if (chats.find(id).isEmpty()) return Answer.fault(400, "group.disbanded");
        Set<String> some = accounts(body);
        chats.members(id, members -> {
            if (join) members.addAll(some);
            else members.removeAll(some);
            return members;
        });
        return Answer.ok(Answer.object().put("success", true));
    }

    private static Set<String> accounts(JsonNode body) {
        Set<String> accounts =
                new HashSet<>(List.of(body.path("user_ids").asText().split(",")));
        accounts.remove("");
        return accounts;
    }
}
