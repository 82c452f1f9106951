package io.xietong.app.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.xietong.core.text.Words;
import io.xietong.sandbox.SandboxSignature;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The addresses of the sandbox: its API (design.md section 4) and its page. Thread-safe. */
public final class SandboxDoor implements Door {

    private static final String API = "/sandbox/api";

    private final SandboxRoom room;
    private final SandboxSignature signature;
    private final SandboxStream stream;
    private final SandboxPage page;

    public SandboxDoor(SandboxRoom room, SandboxSignature signature) {
        this.room = room;
        this.signature = signature;
        this.stream = new SandboxStream(room);
        this.page = new SandboxPage(room.organisation());
    }

    @Override
    public void open(RoutesConfig routes) {
        routes.before("/sandbox", this::check);
        routes.before("/sandbox/*", this::check);
        routes.exception(ApiFault.class, this::explain);

        routes.get("/sandbox", page::show);

        SandboxPeople people = new SandboxPeople(room);
        routes.get(API + "/people", people::people);
        routes.get(API + "/chats", people::chats);
        routes.post(API + "/read", people::read);

        SandboxTalk talk = new SandboxTalk(room);
        routes.post(API + "/say", talk::say);
        routes.post(API + "/press", talk::press);
        routes.get(API + "/messages", talk::messages);
        routes.sse(API + "/stream", stream::join);

        SandboxTime time = new SandboxTime(room);
        routes.get(API + "/clock", time::show);
        routes.post(API + "/clock", time::move);

        SandboxLook look = new SandboxLook(room);
        routes.get(API + "/item/{number}", look::item);
        routes.get(API + "/outbox", look::outbox);
        routes.get(API + "/completions", look::completions);
    }

    private void check(Context ctx) {
        signature.check(ctx::header, ctx.method() == HandlerType.POST).ifPresent(refusal -> {
            switch (refusal) {
                case FOREIGN_HOST -> throw ApiFault.foreign("foreign-host");
                case FOREIGN_ORIGIN -> throw ApiFault.foreign("foreign-origin");
                case NOT_JSON -> throw ApiFault.bad("not-json");
            }
        });
    }

    private void explain(ApiFault fault, Context ctx) {
        Words words = Words.in(ApiAnswer.language(ctx), room.organisation().zone());
        try {
            ctx.status(fault.status());
            ApiAnswer.json(ctx, JsonNodeFactory.instance.objectNode().put("error", words.say(fault.why())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
