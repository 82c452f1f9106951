package io.xietong.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.xietong.wire.Webhook;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The addresses that platforms call. Hands on raw bytes within the size limit and answers what the adapter says. Thread-safe. */
public final class PlatformDoor implements Door {

    private final Map<String, Webhook> webhooks;

    /** @param webhooks by path, such as {@code /feishu/events} */
    public PlatformDoor(Map<String, Webhook> webhooks) {
        this.webhooks = Map.copyOf(webhooks);
    }

    @Override
    public void open(RoutesConfig routes) {
        webhooks.forEach((path, webhook) -> {
            routes.get(path, ctx -> answer(ctx, webhook));
            routes.post(path, ctx -> answer(ctx, webhook));
        });
    }

    private static void answer(Context ctx, Webhook webhook) throws IOException {
        Map<String, String> query = new HashMap<>();
        ctx.queryParamMap().forEach((name, values) -> query.put(name, values.get(0)));
        Webhook.Call call = new Webhook.Call(ctx.method().name(), ctx.path(), query, ctx.headerMap(), Body.read(ctx));
        Webhook.Reply reply = webhook.answer(call);
        ctx.status(reply.status()).contentType(reply.contentType()).result(reply.body());
    }
}
