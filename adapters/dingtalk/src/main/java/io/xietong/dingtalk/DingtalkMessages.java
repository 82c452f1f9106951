package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.Chat;
import io.xietong.wire.BoundedJson;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages that are no cards: texts, what takes a card's place, and DING reminders. Thread-safe. */
final class DingtalkMessages {

    private static final Logger log = LoggerFactory.getLogger(DingtalkMessages.class);
    private static final int LONGEST_TEXT = 4_000;
    private static final int REMEMBERED = 1_000;
    private static final int LONGEST_DING = 200;
    private static final int MOST_ACTIONS = 5;
    private static final String SAY = "dtmd://dingtalkclient/sendMessage?content=";

    private final DingtalkSettings settings;
    private final DingtalkApi api;
    private final DingtalkSessions sessions;
    private final Map<String, List<String>> unfinished = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
            return size() > REMEMBERED;
        }
    });

    DingtalkMessages(DingtalkSettings settings, DingtalkApi api, DingtalkSessions sessions) {
        this.settings = settings;
        this.api = api;
        this.sessions = sessions;
    }

    /**
     * A long text goes out in several messages. Those that left are not sent again with the rest, as DingTalk would not know them
     * for the same.
     *
     * @param key the delivery's
     * @return what names the first
     */
    String text(String key, Chat chat, String text) {
        List<String> pieces = pieces(DingtalkEscape.plain(text));
        List<String> sent = unfinished.getOrDefault(key, List.of());
        for (String piece : pieces.subList(Math.min(sent.size(), pieces.size()), pieces.size())) {
            ObjectNode content = BoundedJson.object().put("content", piece);
            List<String> more = new ArrayList<>(sent);
            more.add(inSession(chat, content).orElseGet(() -> message(chat, "sampleText", content)));
            sent = more;
            if (pieces.size() > 1) unfinished.put(key, sent);
        }
        unfinished.remove(key);
        return sent.get(0);
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (text.length() - from > LONGEST_TEXT) {
            int line = text.lastIndexOf('\n', from + LONGEST_TEXT);
            int to = line > from ? line : from + LONGEST_TEXT;
            if (Character.isHighSurrogate(text.charAt(to - 1))) to--;
            pieces.add(text.substring(from, to));
            from = line > from ? to + 1 : to;
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    /** Where somebody spoke a while ago. Empty when there is no such place, or it does not take the text. */
    private Optional<String> inSession(Chat chat, ObjectNode content) {
        Optional<URI> address = sessions.of(chat);
        if (address.isEmpty()) return Optional.empty();
        ObjectNode body = BoundedJson.object().put("msgtype", "text");
        body.set("text", content);
        try {
            DingtalkApi.understood(api.send(HttpRequest.newBuilder(address.get())
                    .header("Content-Type", "application/json; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                    .build()));
            return Optional.of(UUID.randomUUID().toString());
        } catch (DingtalkFault e) {
            if (e.unknown()) throw e;
            log.info("a session does not take a text, the API does: {}", e.getMessage());
            sessions.forget(chat);
            return Optional.empty();
        }
    }

    /** The card as a message: a button puts its phrase into the chat as if the reader had typed it. @return what names it */
    String instead(Chat chat, DingtalkCards.Drawn drawn) {
        int actions = drawn.buttons().size();
        String text = "### " + drawn.title() + "\n\n" + drawn.markdown();
        ObjectNode content = BoundedJson.object().put("title", drawn.title()).put("text", text);
        if (actions == 0) return message(chat, "sampleMarkdown", content);
        if (actions > MOST_ACTIONS) return message(chat, "sampleMarkdown", linked(content, drawn));
        if (actions == 1) {
            content.put("singleTitle", label(drawn, 0)).put("singleURL", link(drawn, 0));
            return message(chat, "sampleActionCard", content);
        }
        for (int at = 0; at < actions; at++) {
            content.put("actionTitle" + (at + 1), label(drawn, at)).put("actionURL" + (at + 1), link(drawn, at));
        }
        return message(chat, "sampleActionCard" + actions, content);
    }

    private static ObjectNode linked(ObjectNode content, DingtalkCards.Drawn drawn) {
        StringBuilder text = new StringBuilder(content.path("text").asText());
        for (int at = 0; at < drawn.buttons().size(); at++) {
            text.append("\n\n[")
                    .append(DingtalkEscape.title(label(drawn, at)))
                    .append("](")
                    .append(link(drawn, at))
                    .append(")");
        }
        return content.put("text", text.toString());
    }

    private static String label(DingtalkCards.Drawn drawn, int at) {
        return drawn.buttons().get(at).path("text").asText();
    }

    private static String link(DingtalkCards.Drawn drawn, int at) {
        String phrase = drawn.buttons()
                .get(at)
                .path("params")
                .path(DingtalkCards.PHRASE)
                .asText();
        return SAY + URLEncoder.encode(phrase, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String message(Chat chat, String kind, ObjectNode content) {
        ObjectNode body = BoundedJson.object()
                .put("robotCode", settings.robotCode())
                .put("msgKey", kind)
                .put("msgParam", content.toString());
        if (chat.isGroup()) {
            body.put("openConversationId", chat.id());
            return api.call("POST", "/v1.0/robot/groupMessages/send", body)
                    .path("processQueryKey")
                    .asText();
        }
        body.putArray("userIds").add(chat.id());
        JsonNode answer = api.call("POST", "/v1.0/robot/oToMessages/batchSend", body);
        if (lists(answer.path("invalidStaffIdList"), chat.id())) throw DingtalkFault.inside("robot.oto.notExist");
        if (lists(answer.path("flowControlledStaffIdList"), chat.id())) throw DingtalkFault.inside("send.too.fast");
        return answer.path("processQueryKey").asText();
    }

    private static boolean lists(JsonNode list, String account) {
        for (JsonNode one : list) if (one.asText().equals(account)) return true;
        return false;
    }

    /** Whoever cannot be reminded has the message all the same. */
    void ding(Chat reader, String text) {
        ObjectNode body = BoundedJson.object()
                .put("robotCode", settings.robotCode())
                .put("remindType", 1)
                .put("content", DingtalkEscape.start(DingtalkEscape.plain(text), LONGEST_DING));
        body.putArray("receiverUserIdList").add(reader.id());
        try {
            JsonNode answer = api.call("POST", "/v1.0/robot/ding/send", body);
            if (!answer.path("failedList").isEmpty()) log.warn("the urgent reminder did not reach its reader");
        } catch (DingtalkFault e) {
            log.warn("sent without the urgent reminder: {}", e.getMessage());
        }
    }
}
