package io.xietong.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Tells a load balancer and a process supervisor how the node is. */
public final class HealthDoor implements Door {

    private final Health health;

    public HealthDoor(Health health) {
        this.health = health;
    }

    @Override
    public void open(RoutesConfig routes) {
        routes.get("/health/live", ctx -> tell(ctx, health.alive()));
        routes.get("/health/ready", ctx -> tell(ctx, health.ready()));
    }

    private static void tell(Context ctx, boolean fine) {
        ctx.status(fine ? 200 : 503).contentType("application/json").result("{\"ok\":" + fine + "}");
    }
}
