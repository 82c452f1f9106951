package io.xietong.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Person;
import io.xietong.sandbox.SandboxChat;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What lies behind the chat: trails, the outbox, and suggestions while typing. Thread-safe. */
final class SandboxLook {

    static final int MOST_OUTBOX = 50;

    private final SandboxRoom room;

    SandboxLook(SandboxRoom room) {
        this.room = room;
    }

    void item(Context ctx) throws IOException {
        String typed = ctx.pathParam("number");
        String number =
                ItemNumber.read(typed).map(ItemNumber::toString).orElseThrow(() -> ApiFault.bad("not-an-item", typed));
        List<Inspector.TrailLine> trail = room.inspector().trail(number);
        if (trail.isEmpty()) throw ApiFault.missing("no-item", number);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("number", number);
        ArrayNode lines = json.putArray("trail");
        trail.forEach(line -> lines.addObject()
                .put("at", local(line.at()))
                .put("who", line.who())
                .put("what", line.what())
                .put("where", place(line.where())));
        ApiAnswer.json(ctx, json);
    }

    void outbox(Context ctx) throws IOException {
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        room.inspector()
                .outbox(MOST_OUTBOX)
                .forEach(line -> lines.addObject()
                        .put("id", line.id())
                        .put("at", local(line.at()))
                        .put("to", place(line.to()))
                        .put("item", line.item())
                        .put("kind", line.kind())
                        .put("urgency", line.urgency())
                        .put("state", line.state())
                        .put("attempts", line.attempts())
                        .put("note", line.note()));
        ApiAnswer.json(ctx, lines);
    }

    void completions(Context ctx) throws IOException {
        Person person = room.person(ApiAnswer.query(ctx, "as"));
        String prefix = ctx.queryParam("prefix");
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        room.completer()
                .complete(person.id(), prefix == null ? "" : prefix, ApiAnswer.language(ctx))
                .forEach(found -> lines.addObject().put("text", found.text()).put("hint", found.hint()));
        ApiAnswer.json(ctx, lines);
    }

    /** A chat's name for its id; anything else as it is. */
    private String place(String where) {
        return room.groups()
                .find(where)
                .or(() -> room.groups().find("single:" + where))
                .map(SandboxChat::name)
                .orElse(where);
    }

    private String local(Instant at) {
        return at.atZone(room.organisation().zone()).toOffsetDateTime().toString();
    }
}
