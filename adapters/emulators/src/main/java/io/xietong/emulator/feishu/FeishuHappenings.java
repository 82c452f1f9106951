package io.xietong.emulator.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes down what happens as Feishu's events. Thread-safe. */
final class FeishuHappenings {

    static final String BOT_ID = "ou_emulated_bot";
    static final String BOT_NAME = "协同";

    private final FeishuApp app;
    private final Organisation organisation;
    private final Clock clock;
    private final AtomicInteger events = new AtomicInteger();

    FeishuHappenings(FeishuApp app, Organisation organisation, Clock clock) {
        this.app = app;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @param longConnection where the token stays empty */
    ObjectNode envelope(String type, ObjectNode event, boolean longConnection) {
        boolean card = type.equals("card.action.trigger");
        ObjectNode json = Answer.object().put("schema", "2.0");
        json.putObject("header")
                .put("event_id", "e" + events.incrementAndGet())
                .put("event_type", type)
                .put("create_time", clock.millis() + (card ? "000" : ""))
                .put("token", longConnection ? "" : app.verificationToken())
                .put("app_id", app.id())
                .put("tenant_key", "tenant");
        json.set("event", event);
        return json;
    }

    private static void ids(ObjectNode json, String account) {
        json.put("open_id", account)
                .put("union_id", account.replaceFirst("^ou_", "on_"))
                .putNull("user_id");
    }

    /** What was typed, with 「@名字」 turned into mentions; whether the bot is one of them is told by {@link #mentionsBot}. */
    ObjectNode message(String id, String account, String chat, boolean group, String typed) {
        ObjectNode event = Answer.object();
        ObjectNode sender = event.putObject("sender").put("sender_type", "user").put("tenant_key", "tenant");
        ids(sender.putObject("sender_id"), account);
        ObjectNode message = event.putObject("message")
                .put("message_id", id)
                .put("create_time", Long.toString(clock.millis()))
                .put("chat_id", chat)
                .put("chat_type", group ? "group" : "p2p")
                .put("message_type", "text");
        ArrayNode mentions = JsonNodeFactory.instance.arrayNode();
        String text = mention(typed, BOT_NAME, BOT_ID, "bot", mentions);
        for (Person person : organisation.people())
            if (person.accounts().containsKey("feishu"))
                text = mention(text, person.name(), person.accounts().get("feishu"), "user", mentions);
        if (!mentions.isEmpty()) message.set("mentions", mentions);
        message.put("content", Answer.object().put("text", text).toString());
        return event;
    }

    private static String mention(String text, String name, String account, String type, ArrayNode mentions) {
        if (!text.contains("@" + name)) return text;
        String key = "@_user_" + (mentions.size() + 1);
        ObjectNode mention = mentions.addObject()
                .put("key", key)
                .put("name", name)
                .put("mentioned_type", type)
                .put("tenant_key", "tenant");
        ids(mention.putObject("id"), account);
        return text.replace("@" + name, key);
    }

    static boolean mentionsBot(ObjectNode event) {
        return event.findValuesAsText("open_id").contains(BOT_ID);
    }

    ObjectNode press(String account, String message, String chat, JsonNode action) {
        ObjectNode event = Answer.object();
        ids(event.putObject("operator").put("tenant_key", "tenant"), account);
        event.put("token", "c-" + events.get()).put("host", "im_message");
        ObjectNode acted =
                event.putObject("action").put("tag", action.path("tag").asText("button"));
        acted.put("timezone", "Asia/Shanghai");
        for (String part : new String[] {"name", "value", "form_value"})
            if (action.has(part)) acted.set(part, action.get(part));
        event.putObject("context").put("open_message_id", message).put("open_chat_id", chat);
        return event;
    }

    ObjectNode membership(String chat, String name, String operator) {
        ObjectNode event =
                Answer.object().put("chat_id", chat).put("name", name).put("external", false);
        ids(event.putObject("operator_id"), operator);
        return event;
    }

    ObjectNode entered(String chat, String account, Optional<String> lastMessage) {
        ObjectNode event = Answer.object().put("chat_id", chat);
        ids(event.putObject("operator_id"), account);
        lastMessage.ifPresent(last -> event.put("last_message_id", last));
        return event;
    }

    ObjectNode menu(String account, String key) {
        ObjectNode event = Answer.object()
                .put("event_key", key)
                .put("timestamp", clock.instant().getEpochSecond());
        ids(event.putObject("operator").putObject("operator_id"), account);
        return event;
    }
}
