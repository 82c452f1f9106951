package io.xietong.emulator.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.emulator.EmulatedChats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Groups that the bot makes and keeps. Thread-safe. */
final class FeishuGroupApi {

    private static final Duration SAME_UUID = Duration.ofHours(10);
    private static final int AT_ONCE = 50;

    private record Made(Instant at, String chat) {}

    private final EmulatedChats chats;
    private final FeishuRooms rooms;
    private final Predicate<String> member;
    private final Clock clock;
    private final Map<String, Made> made = new HashMap<>();

    FeishuGroupApi(EmulatedChats chats, FeishuRooms rooms, Predicate<String> member, Clock clock) {
        this.chats = chats;
        this.rooms = rooms;
        this.member = member;
        this.clock = clock;
    }

    synchronized Answer create(String uuid, JsonNode body) {
        String owner = body.path("owner_id").asText();
        String key = uuid + "/" + owner;
        Made before = uuid == null ? null : made.get(key);
        if (before != null && before.at().plus(SAME_UUID).isAfter(clock.instant())) return described(before.chat());
        Set<String> members = new TreeSet<>();
        if (!owner.isEmpty()) members.add(owner);
        body.path("user_id_list").forEach(user -> members.add(user.asText()));
        if (members.size() > AT_ONCE || !members.stream().allMatch(member))
            return Answer.fault(232001, "Your request contains an invalid request parameter.");
        String id = "oc_made_" + (made.size() + 1);
        rooms.open(id, body.path("name").asText(), members);
        made.put(key, new Made(clock.instant(), id));
        return described(id);
    }

    synchronized Answer read(String chat) {
        return rooms.refusal(chat).orElseGet(() -> described(chat));
    }

    private Answer described(String id) {
        EmulatedChats.Chat chat = chats.find(id).orElseThrow();
        return Answer.ok(Answer.object()
                .put("chat_id", id)
                .put("name", chat.name())
                .put("chat_mode", chat.group() ? "group" : "p2p"));
    }

    synchronized Answer rename(String chat, JsonNode body) {
        Optional<Answer> refusal = rooms.refusal(chat);
        if (refusal.isPresent()) return refusal.get();
        EmulatedChats.Chat old = chats.find(chat).orElseThrow();
        chats.add(new EmulatedChats.Chat(chat, body.path("name").asText(old.name()), true, old.members()));
        return Answer.ok();
    }

    synchronized Answer members(String chat, JsonNode body, boolean add) {
        Optional<Answer> refusal = rooms.refusal(chat);
        if (refusal.isPresent()) return refusal.get();
        if (body.path("id_list").size() > AT_ONCE) return Answer.fault(99992402, "field validation failed");
        ObjectNode data = Answer.object();
        ArrayNode invalid = data.putArray("invalid_id_list");
        data.putArray("not_existed_id_list");
        chats.members(chat, present -> {
            for (JsonNode user : body.path("id_list")) {
                if (!member.test(user.asText())) invalid.add(user.asText());
                else if (add) present.add(user.asText());
                else present.remove(user.asText());
            }
            return present;
        });
        return Answer.ok(data);
    }
}
