package io.xietong.emulator.feishu;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.emulator.EmulatedChats;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The bot's messages: sent, answered, updated, recalled and made urgent. Thread-safe. */
final class FeishuMessages {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CARD_LIFE = Duration.ofDays(14);
    private static final Duration SAME_UUID = Duration.ofHours(1);
    private static final int MOST_TEXT = 150 * 1024;
    private static final Set<String> KINDS = Set.of("text", "post", "interactive");

    private record Done(Instant at, ObjectNode data) {}

    private final EmulatedChats chats;
    private final FeishuRooms rooms;
    private final SendLimits limits;
    private final Predicate<String> available;
    private final Clock clock;
    private final Map<String, Done> done = new HashMap<>();
    private final Set<String> recalled = new HashSet<>();
    private int count;

    /** @param available whether the app may be used by this account */
    FeishuMessages(
            EmulatedChats chats, FeishuRooms rooms, SendLimits limits, Predicate<String> available, Clock clock) {
        this.chats = chats;
        this.rooms = rooms;
        this.limits = limits;
        this.available = available;
        this.clock = clock;
    }

    synchronized Answer send(String idType, JsonNode body) {
        String receiver = body.path("receive_id").asText();
        if (idType == null || !receiver.startsWith(prefix(idType)))
            return Answer.fault(230034, "The receive_id is invalid.");
        boolean person = idType.equals("open_id");
        if (person && !available.test(receiver)) return Answer.fault(230013, "Bot has NO availability to this user.");
        return post(person ? FeishuRooms.single(receiver) : receiver, body);
    }

    private static String prefix(String idType) {
        return switch (idType) {
            case "open_id" -> "ou_";
            case "chat_id" -> "oc_";
            default -> "not emulated";
        };
    }

    synchronized Answer reply(String message, JsonNode body) {
        return chats.message(message)
                .map(found -> post(found.chat(), body))
                .orElse(Answer.fault(230001, "The message does not exist"));
    }

    private Answer post(String chat, JsonNode body) {
        String uuid = body.path("uuid").asText();
        if (uuid.length() > 50) return Answer.fault(99992402, "field validation failed");
        Done before = uuid.isEmpty() ? null : done.get(uuid);
        if (before != null && before.at().plus(SAME_UUID).isAfter(clock.instant())) return Answer.ok(before.data());
        String kind = body.path("msg_type").asText();
        Optional<Answer> refusal = rooms.refusal(chat)
                .or(() -> contentFault(kind, body.path("content")))
                .or(() -> limits.refusal(chat));
        if (refusal.isPresent()) return refusal.get();
        String id = "om_emulated_" + ++count;
        chats.post(
                id, chat, EmulatedChats.BOT, kind, content(body.path("content")).orElseThrow());
        ObjectNode data = Answer.object()
                .put("message_id", id)
                .put("msg_type", kind)
                .put("chat_id", chat)
                .put("create_time", Long.toString(clock.millis()));
        if (!uuid.isEmpty()) done.put(uuid, new Done(clock.instant(), data));
        return Answer.ok(data);
    }

    private static Optional<JsonNode> content(JsonNode content) {
        try {
            return content.isTextual() ? Optional.of(JSON.readTree(content.asText())) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Answer> contentFault(String kind, JsonNode content) {
        Optional<JsonNode> read = content(content);
        if (!KINDS.contains(kind) || read.isEmpty())
            return Optional.of(Answer.fault(230001, "Your request contains an invalid request parameter."));
        boolean tooLong = kind.equals("text")
                ? content.asText().getBytes(StandardCharsets.UTF_8).length > MOST_TEXT
                : CardRules.tooLarge(content.asText());
        if (tooLong) return Optional.of(Answer.fault(230025, "The length of the message content reaches its limit."));
        return kind.equals("interactive")
                ? CardRules.problem(read.get())
                        .map(problem -> Answer.fault(230099, "Failed to create card content, ext=" + problem))
                : Optional.empty();
    }

    synchronized Answer patch(String id, JsonNode body) {
        Optional<EmulatedChats.Message> found =
                chats.message(id).filter(message -> message.from().equals(EmulatedChats.BOT));
        if (found.isEmpty() || !found.get().kind().equals("interactive"))
            return Answer.fault(230001, "This message is NOT a card.");
        if (recalled.contains(id)) return Answer.fault(230011, "The message is recalled.");
        if (found.get().sentAt().plus(CARD_LIFE).isBefore(clock.instant()))
            return Answer.fault(230031, "The message has been sent for more than 14 days.");
        Optional<Answer> refusal = rooms.refusal(found.get().chat())
                .or(() -> contentFault("interactive", body.path("content")))
                .or(() -> limits.refusal(id));
        if (refusal.isPresent()) return refusal.get();
        JsonNode card = content(body.path("content")).orElseThrow();
        if (!CardRules.shared(card) || !CardRules.shared(found.get().payload()))
            return Answer.fault(230099, "Failed to create card content, ext=ErrCode: 11310; update_multi is false");
        chats.update(id, card);
        return Answer.ok();
    }

    synchronized Answer recall(String id) {
        if (chats.message(id).isEmpty()) return Answer.fault(230001, "The message does not exist");
        recalled.add(id);
        return Answer.ok();
    }

    synchronized Answer read(String id) {
        return chats.message(id)
                .map(message -> {
                    ObjectNode data = Answer.object();
                    ObjectNode item = data.putArray("items")
                            .addObject()
                            .put("message_id", message.id())
                            .put("msg_type", message.kind())
                            .put("chat_id", message.chat())
                            .put("deleted", recalled.contains(id));
                    item.putObject("body").put("content", message.payload().toString());
                    return Answer.ok(data);
                })
                .orElse(Answer.fault(230001, "The message does not exist"));
    }

    synchronized Answer urgent(String id, JsonNode body) {
        Optional<EmulatedChats.Message> found =
                chats.message(id).filter(message -> message.from().equals(EmulatedChats.BOT));
        if (found.isEmpty()) return Answer.fault(230001, "Only the bot's own messages can be urgent.");
        Set<String> members = chats.find(found.get().chat()).orElseThrow().members();
        ObjectNode data = Answer.object();
        ArrayNode invalid = data.putArray("invalid_user_id_list");
        for (JsonNode user : body.path("user_id_list"))
            if (!members.contains(user.asText())) invalid.add(user.asText());
        return Answer.ok(data);
    }
}
