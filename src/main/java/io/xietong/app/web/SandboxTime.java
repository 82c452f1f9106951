package io.xietong.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** The clock that visitors move. Thread-safe. */
final class SandboxTime {

    static final int MOST_COMING = 8;

    private static final Duration LONGEST = Duration.ofDays(366);

    private final SandboxRoom room;

    SandboxTime(SandboxRoom room) {
        this.room = room;
    }

    void show(Context ctx) throws IOException {
        Instant now = room.clock().now();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("now", local(now));
        ArrayNode next = json.putArray("next");
        room.clock()
                .coming(MOST_COMING)
                .forEach(
                        coming -> next.addObject().put("at", local(coming.at())).put("what", coming.what()));
        json.put("working", room.clock().isWorkingTime(now));
        json.put("opening", local(room.clock().nextOpening(now)));
        ApiAnswer.json(ctx, json);
    }

    void move(Context ctx) throws IOException {
        JsonBody body = JsonBody.of(ctx);
        if (body.has("advance") == body.has("to")) throw ApiFault.bad("clock-one-of");
        Instant now = room.clock().now();
        Instant then = body.has("advance") ? now.plus(length(body.text("advance"))) : moment(body.text("to"));
        if (then.isBefore(now)) throw ApiFault.bad("clock-back");
        if (then.isAfter(now.plus(LONGEST))) throw ApiFault.bad("clock-too-far", LONGEST.toDays());
        room.clock().moveTo(then);
        room.delivered().untilIdle();
        show(ctx);
    }

    private static Duration length(String typed) {
        try {
            Duration length = Duration.parse(typed);
            if (length.compareTo(LONGEST) > 0) throw ApiFault.bad("clock-too-far", LONGEST.toDays());
            return length;
        } catch (DateTimeException e) {
            throw ApiFault.bad("clock-length");
        }
    }

    private static Instant moment(String typed) {
        try {
            return OffsetDateTime.parse(typed).toInstant();
        } catch (DateTimeException e) {
            throw ApiFault.bad("clock-moment");
        }
    }

    private String local(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.atZone(room.organisation().zone()));
    }
}
