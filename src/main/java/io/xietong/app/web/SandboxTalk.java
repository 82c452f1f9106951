package io.xietong.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.people.Person;
import io.xietong.sandbox.SandboxChat;
import io.xietong.sandbox.SandboxInbound;
import io.xietong.sandbox.SandboxLog;
import io.xietong.sandbox.SandboxMessage;
import io.xietong.sandbox.SandboxPress;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Saying, reading and pressing, as any person of the company. Thread-safe. */
final class SandboxTalk {

    /** Characters in one message or form value; longer than any of the real platforms allows. */
    static final int LONGEST = 20_000;

    private static final int MOST = 500;

    private final SandboxRoom room;

    SandboxTalk(SandboxRoom room) {
        this.room = room;
    }

    void say(Context ctx) throws IOException {
        JsonBody body = JsonBody.of(ctx);
        Person person = room.person(body.text("as"));
        SandboxChat chat = room.chat(person, body.text("chat"));
        String text = within(SandboxInbound.clean(body.text("text")));
        if (text.isEmpty()) throw ApiFault.bad("empty-text");
        Instant now = room.clock().now();
        SandboxMessage said = room.log()
                .append(new SandboxLog.Draft(
                        Optional.empty(), chat.id(), person.id(), now, Optional.of(text), Optional.empty()));
        Optional<Inbound> heard = SandboxInbound.said(person.id(), chat, text, now);
        Optional<Answer> answer = heard.map(room.desk()::receive);
        room.delivered().untilIdle();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("seq", said.seq()).put("id", said.id()).put("heard", heard.isPresent());
        answer.flatMap(Answer::toast).ifPresent(toast -> json.put("toast", toast));
        ApiAnswer.json(ctx, json);
    }

    void press(Context ctx) throws IOException {
        JsonBody body = JsonBody.of(ctx);
        Person person = room.person(body.text("as"));
        SandboxMessage message =
                room.log().find(body.text("message")).orElseThrow(() -> ApiFault.missing("no-message"));
        SandboxChat chat = room.groups()
                .find(message.chat())
                .filter(found -> found.holds(person.id()))
                .orElseThrow(() -> ApiFault.missing("no-message"));
        SandboxPress press = message.press(body.text("button"), body.number("version"))
                .orElseThrow(() -> ApiFault.missing("no-button"));
        Map<String, String> form = body.form("form");
        form.replaceAll((name, value) -> within(SandboxInbound.clean(value)));
        Answer answer = room.desk()
                .receive(SandboxInbound.pressed(
                        person.id(), chat, message, press, form, room.clock().now()));
        answer.refreshed()
                .ifPresent(card -> room.platform()
                        .update(
                                message.id(),
                                new ChatPlatform.Delivery(
                                        "refresh-" + message.id(),
                                        chat.seenByBot(),
                                        new ChatPlatform.DrawnCard(card))));
        room.delivered().untilIdle();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        answer.toast().ifPresent(toast -> json.put("toast", toast));
        ApiAnswer.json(ctx, json);
    }

    void messages(Context ctx) throws IOException {
        Person person = room.person(ApiAnswer.query(ctx, "as"));
        SandboxChat chat = room.chat(person, ApiAnswer.query(ctx, "chat"));
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        messages(ctx, chat.id()).forEach(message -> answer.add(json(message)));
        ApiAnswer.json(ctx, answer);
    }

    /** {@code after=SEQ} from there on, {@code changed=CHANGE} what is new or was updated since, {@code newest=N} the last ones. */
    private List<SandboxMessage> messages(Context ctx, String chat) {
        if (ctx.queryParam("changed") != null)
            return room.log().changedSince(chat, ApiAnswer.number(ctx, "changed"), MOST);
        if (ctx.queryParam("newest") != null)
            return room.log().newest(chat, (int) Math.min(MOST, ApiAnswer.number(ctx, "newest")));
        return room.log().after(chat, ApiAnswer.number(ctx, "after"), MOST);
    }

    private ObjectNode json(SandboxMessage message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("seq", message.seq());
        json.put("id", message.id());
        json.put("from", message.from());
        message.text().ifPresent(text -> json.put("text", text));
        message.card().ifPresent(card -> json.set("card", card));
        json.put("updated", message.updated());
        json.put("change", message.change());
        json.put(
                "at",
                message.at()
                        .atZone(room.organisation().zone())
                        .toOffsetDateTime()
                        .toString());
        return json;
    }

    private static String within(String text) {
        if (text.codePointCount(0, text.length()) > LONGEST) throw ApiFault.bad("too-long", LONGEST);
        return text;
    }
}
