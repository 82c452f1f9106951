package io.xietong.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.xietong.core.people.Person;

/** The page of an emulated platform, and what it asks for. The drawing is {@code /emulator/<platform>.js}'s. */
final class EmulatorPage {

    private final Emulator emulator;

    EmulatorPage(Emulator emulator) {
        this.emulator = emulator;
    }

    void open(RoutesConfig routes) {
        routes.get("/", ctx -> ctx.redirect("/emulator/page.html?platform=" + emulator.platform()));
        routes.get(
                "/emulator/api/bot",
                ctx -> json(ctx, JsonNodeFactory.instance.objectNode().put("name", emulator.botName())));
        routes.get("/emulator/api/people", this::people);
        routes.get("/emulator/api/chats", this::chats);
        routes.get("/emulator/api/messages", this::messages);
        routes.get(
                "/emulator/api/changes",
                ctx -> json(
                        ctx,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("changes", emulator.chats().changes())));
        routes.post("/emulator/api/say", this::say);
        routes.post("/emulator/api/press", this::press);
    }

    private void people(Context ctx) {
        ArrayNode people = JsonNodeFactory.instance.arrayNode();
        for (Person person : emulator.members()) {
            people.addObject()
                    .put("account", person.accounts().get(emulator.platform()))
                    .put("name", person.name())
                    .put("department", emulator.organisation().departmentName(person.department()));
        }
        json(ctx, people);
    }

    private void chats(Context ctx) {
        ArrayNode chats = JsonNodeFactory.instance.arrayNode();
        emulator.chats()
                .of(ctx.queryParam("as"))
                .forEach(chat -> chats.addObject()
                        .put("id", chat.id())
                        .put("name", chat.name())
                        .put("group", chat.group()));
        json(ctx, chats);
    }

    private void messages(Context ctx) {
        ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        emulator.chats().in(ctx.queryParam("chat")).forEach(message -> {
            ObjectNode json = messages.addObject()
                    .put("id", message.id())
                    .put("from", message.from())
                    .put("name", name(message.from()))
                    .put("kind", message.kind())
                    .put("at", message.sentAt().toString())
                    .put("updates", message.updates());
            json.set("payload", message.payload());
        });
        json(ctx, messages);
    }

    private String name(String account) {
        return emulator.member(account).map(Person::name).orElse(account);
    }

    private void say(Context ctx) {
        JsonNode body = Emulator.body(ctx);
        emulator.say(
                body.path("as").asText(),
                body.path("chat").asText(),
                body.path("text").asText());
        json(ctx, JsonNodeFactory.instance.objectNode());
    }

    private void press(Context ctx) {
        JsonNode body = Emulator.body(ctx);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        emulator.press(body.path("as").asText(), body.path("message").asText(), body.path("action"))
                .ifPresent(toast -> answer.put("toast", toast));
        json(ctx, answer);
    }

    private static void json(Context ctx, JsonNode json) {
        ctx.contentType("application/json; charset=utf-8").result(json.toString());
    }
}
