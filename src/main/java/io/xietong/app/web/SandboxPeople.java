package io.xietong.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.xietong.core.people.Person;
import io.xietong.sandbox.SandboxChat;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who there is to speak as, and where they can speak. Thread-safe. */
final class SandboxPeople {

    private final SandboxRoom room;

    SandboxPeople(SandboxRoom room) {
        this.room = room;
    }

    void people(Context ctx) throws IOException {
        ArrayNode people = JsonNodeFactory.instance.arrayNode();
        room.organisation().people().forEach(person -> people.add(person(person)));
        ApiAnswer.json(ctx, people);
    }

    void chats(Context ctx) throws IOException {
        Person person = room.person(ApiAnswer.query(ctx, "as"));
        List<SandboxChat> chats = room.groups().of(person.id());
        Map<String, Integer> unread = unread(person, chats);
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        chats.forEach(chat -> answer.addObject()
                .put("id", chat.id())
                .put("name", chat.name())
                .put("kind", chat.kind().name().toLowerCase(Locale.ROOT))
                .put("unread", unread.getOrDefault(chat.id(), 0)));
        ApiAnswer.json(ctx, answer);
    }

    void read(Context ctx) throws IOException {
        JsonBody body = JsonBody.of(ctx);
        Person person = room.person(body.text("as"));
        SandboxChat chat = room.chat(person, body.text("chat"));
        long seq = body.number("seq").orElseThrow(() -> ApiFault.bad("missing", "seq"));
        room.log().markRead(person.id(), chat.id(), seq);
        ApiAnswer.json(ctx, JsonNodeFactory.instance.objectNode());
    }

    private ObjectNode person(Person person) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", person.id());
        json.put("name", person.name());
        json.put("department", room.organisation().departmentName(person.department()));
        ArrayNode roles = json.putArray("roles");
        room.organisation()
                .rolesOf(person.id())
                .forEach(role -> roles.add(role.name().toLowerCase(Locale.ROOT)));
        json.put("unread", unreadOf(person));
        return json;
    }

    int unreadOf(Person person) {
        return unread(person, room.groups().of(person.id())).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    Map<String, Integer> unread(Person person, List<SandboxChat> chats) {
        return room.log()
                .unread(person.id(), chats.stream().map(SandboxChat::id).toList());
    }
}
