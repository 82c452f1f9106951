package io.xietong.emulator.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.emulator.EmulatedChats;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The application's messages: sent once however often asked, cards changed once by each code within 72 hours. Thread-safe. */
final class MessageApi {

    private static final Duration CODE = Duration.ofHours(72);
    private static final int TEXT_BYTES = 2048;
    private static final int NOBODY = 81013;

    private record Code(String message, Instant until) {}

    private final WecomCorp corp;
    private final EmulatedChats chats;
    private final Clock clock;
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<String, Code> codes = new HashMap<>();
    private final Set<String> tasks = new HashSet<>();
    private final Map<String, ObjectNode> answered = new HashMap<>();

    MessageApi(WecomCorp corp, EmulatedChats chats, Clock clock) {
        this.corp = corp;
        this.chats = chats;
        this.clock = clock;
    }

    synchronized ObjectNode send(JsonNode body) {
        if (body.path("agentid").asInt() != corp.agentId()) return Answer.fault(40056);
        String whole = body.toString();
        boolean once = body.path("enable_duplicate_check").asInt() == 1;
        if (once && answered.containsKey(whole)) return answered.get(whole);
        Optional<Integer> wrong = wrong(body);
        if (wrong.isPresent()) return Answer.fault(wrong.get());
        ObjectNode answer = delivered(body);
        if (once) answered.put(whole, answer);
        return answer;
    }

    private Optional<Integer> wrong(JsonNode body) {
        String kind = body.path("msgtype").asText();
        if (kind.equals("text")) {
            String text = body.path("text").path("content").asText();
            if (text.isEmpty()) return Optional.of(44004);
            return text.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES ? Optional.of(45002) : Optional.empty();
        }
        if (!kind.equals("template_card")) return Optional.of(40008);
        return CardRules.fault(body.path("template_card"), false);
    }

    /** Refused accounts come back in small letters inside a success, unless nobody is left. */
    private ObjectNode delivered(JsonNode body) {
        StringBuilder refused = new StringBuilder();
        ObjectNode answer = Answer.ok();
        int reached = 0;
        String kind = body.path("msgtype").asText();
        String task = body.path("template_card").path("task_id").asText();
        if (!task.isEmpty() && !tasks.add(task)) return Answer.fault(40058);
        for (String account : body.path("touser").asText().split("\\|")) {
            String chat = WecomEmulator.appChat(account);
            if (chats.find(chat).isEmpty()) {
                refused.append(refused.length() == 0 ? "" : "|").append(account.toLowerCase(Locale.ROOT));
                continue;
            }
            reached++;
            String id = task.isEmpty() ? "msg" + sent.incrementAndGet() : "app-" + task;
            chats.post(id, chat, EmulatedChats.BOT, kind, body.path(kind));
            answer.put("msgid", id);
            if (!task.isEmpty()) answer.put("response_code", code(id));
        }
        if (reached == 0) return Answer.fault(NOBODY);
        return answer.put("invaliduser", refused.toString());
    }

    /** A code that changes a message once. */
    synchronized String code(String message) {
        String code = "rc-" + sent.incrementAndGet();
        codes.put(code, new Code(message, clock.instant().plus(CODE)));
        return code;
    }

    synchronized ObjectNode update(JsonNode body) {
        if (body.path("agentid").asInt() != corp.agentId()) return Answer.fault(40056);
        Code code = codes.get(body.path("response_code").asText());
        if (code == null || code.until().isBefore(clock.instant())) return Answer.fault(40058);
        Optional<Integer> wrong = CardRules.fault(body.path("template_card"), false);
        if (wrong.isPresent()) return Answer.fault(wrong.get());
        codes.remove(body.path("response_code").asText());
        chats.update(code.message(), body.path("template_card"));
        return Answer.ok();
    }
}
