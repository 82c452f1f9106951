package io.xietong.emulator.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.emulator.EmulatedChats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The bot's chats: in groups it hears only what mentions it, it speaks only where it was spoken to, and its cards change only in the
 * answer to a click. Thread-safe.
 */
final class BotChats {

    private static final Duration RESPONSE = Duration.ofHours(1);
    private static final int BAD_CHAT = 93006;
    private static final int BAD_KIND = 40008;
    private static final int BAD_CODE = 40058;

    private record Response(EmulatedChats.Chat chat, Instant until) {}

    private final WecomCorp corp;
    private final EmulatedChats chats;
    private final DoorPusher doors;
    private final Supplier<String> address;
    private final Clock clock;
    private final BotSockets sockets;
    private final AtomicInteger count = new AtomicInteger();
    private final Set<String> spokenTo = ConcurrentHashMap.newKeySet();
    private final Set<String> tasks = new HashSet<>();
    private final Map<String, Response> responses = new ConcurrentHashMap<>();

    BotChats(WecomCorp corp, EmulatedChats chats, DoorPusher doors, Supplier<String> address, Clock clock) {
        this.corp = corp;
        this.chats = chats;
        this.doors = doors;
        this.address = address;
        this.clock = clock;
        this.sockets = new BotSockets(corp, clock, this::send);
    }

    BotSockets sockets() {
        return sockets;
    }

    void say(String account, EmulatedChats.Chat chat, String text) {
        String id = "said-bot" + count.incrementAndGet();
        chats.post(id, chat.id(), account, "text", Answer.object().put("content", text));
        if (chat.group() && !text.contains("@" + corp.botName())) return;
        push(message(id, account, chat, text));
    }

    ObjectNode message(String id, String account, EmulatedChats.Chat chat, String text) {
        String code = "RC" + count.incrementAndGet();
        responses.put(code, new Response(chat, clock.instant().plus(RESPONSE)));
        ObjectNode json = about(id, account, chat)
                .put("response_url", address.get() + "/cgi-bin/aibot/response?response_code=" + code)
                .put("msgtype", "text");
        json.putObject("text").put("content", text);
        return json;
    }

    private ObjectNode about(String id, String account, EmulatedChats.Chat chat) {
        ObjectNode json = Answer.object().put("msgid", id).put("aibotid", corp.botId());
        if (chat.group()) json.put("chatid", chat.id());
        json.put("chattype", chat.group() ? "group" : "single");
        json.putObject("from").put("userid", account);
        return json;
    }

    void push(ObjectNode message) {
        String chat = message.path("chatid")
                .asText(message.path("from").path("userid").asText());
        spokenTo.add(chat);
        if (sockets.any()) sockets.push(BotSockets.Kind.MESSAGE, message, reply -> replied(chat, reply));
        else if (doors.hasTarget()) doors.bot(message, 3).ifPresent(reply -> replied(chat, reply));
    }

    private ObjectNode replied(String chat, JsonNode reply) {
        if (reply.isEmpty()) return Answer.ok();
        if (!reply.path("msgtype").asText().equals("stream")) return Answer.fault(BAD_KIND);
        ObjectNode markdown = Answer.object()
                .put("content", reply.path("stream").path("content").asText());
        chats.post("stream" + count.incrementAndGet(), chat, EmulatedChats.BOT, "markdown", markdown);
        return Answer.ok();
    }

    void enter(String account) {
        EmulatedChats.Chat chat = chats.find(account).orElseThrow();
        ObjectNode body = event(account, chat, "enter_chat");
        sockets.push(BotSockets.Kind.WELCOME, body, reply -> {
            chats.post("welcome" + count.incrementAndGet(), account, EmulatedChats.BOT, "text", reply.path("text"));
            return Answer.ok();
        });
    }

    private ObjectNode event(String account, EmulatedChats.Chat chat, String type) {
        ObjectNode json = about("event-bot" + count.incrementAndGet(), account, chat)
                .put("create_time", clock.instant().getEpochSecond())
                .put("msgtype", "event");
        json.putObject("event").put("eventtype", type).putObject(type);
        return json;
    }

    void press(String account, EmulatedChats.Message card, JsonNode action) {
        EmulatedChats.Chat chat = chats.find(card.chat()).orElseThrow();
        ObjectNode body = event(account, chat, "template_card_event");
        ObjectNode click = (ObjectNode) body.path("event").path("template_card_event");
        click.put("card_type", card.payload().path("card_type").asText())
                .put("event_key", action.path("key").asText())
                .put("task_id", card.payload().path("task_id").asText());
        ArrayNode items = click.putObject("selected_items").putArray("selected_item");
        action.path("selected")
                .properties()
                .forEach(one -> items.addObject()
                        .put("question_key", one.getKey())
                        .putObject("option_ids")
                        .putArray("option_id")
                        .add(one.getValue().asText()));
        if (sockets.any()) sockets.push(BotSockets.Kind.CLICK, body, reply -> changed(card, reply));
        else if (doors.hasTarget()) doors.bot(body, 1).ifPresent(reply -> changed(card, reply));
    }

    private ObjectNode changed(EmulatedChats.Message card, JsonNode reply) {
        JsonNode next = reply.path("template_card");
        if (reply.isEmpty()) return Answer.ok();
        boolean same = next.path("task_id").equals(card.payload().path("task_id"))
                && reply.path("response_type").asText().equals("update_template_card");
        Optional<Integer> fault = CardRules.fault(next, true);
        if (!same || fault.isPresent()) return Answer.fault(fault.orElse(BAD_CODE));
        chats.update(card.id(), next);
        return Answer.ok();
    }

    private synchronized ObjectNode send(JsonNode body) {
        String chat = body.path("chatid").asText();
        if (!spokenTo.contains(chat)) return Answer.fault(BAD_CHAT);
        String kind = body.path("msgtype").asText();
        if (kind.equals("markdown")) {
            chats.post("bot" + count.incrementAndGet(), chat, EmulatedChats.BOT, kind, body.path(kind));
            return Answer.ok();
        }
        if (!kind.equals("template_card")) return Answer.fault(BAD_KIND);
        Optional<Integer> fault = CardRules.fault(body.path(kind), true);
        if (fault.isPresent()) return Answer.fault(fault.get());
        String task = body.path(kind).path("task_id").asText();
        if (!tasks.add(task)) return Answer.fault(BAD_CODE);
        chats.post("bot-" + task, chat, EmulatedChats.BOT, kind, body.path(kind));
        return Answer.ok();
    }

    /** The one-time address that came with a message: once, within the hour, cards only in single chats. */
    ObjectNode response(String code, JsonNode body) {
        Response response = responses.remove(code);
        if (response == null || response.until().isBefore(clock.instant())) return Answer.fault(BAD_CODE);
        String kind = body.path("msgtype").asText();
        boolean card = kind.equals("template_card") && !response.chat().group();
        if (!kind.equals("markdown") && !card) return Answer.fault(BAD_KIND);
        chats.post(
                "response" + count.incrementAndGet(), response.chat().id(), EmulatedChats.BOT, kind, body.path(kind));
        return Answer.ok();
    }
}
