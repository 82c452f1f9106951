package io.xietong.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

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
        routes.get("/health/nodes", this::nodes);
        routes.get("/health/clocks", this::clocks);
    }

    private void nodes(Context ctx) throws IOException {
        ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
        for (Health.Node node : health.nodes()) {
            nodes.addObject()
                    .put("host", node.host())
                    .put("address", node.address())
                    .put("version", node.version())
                    .put("silent-seconds", node.silentSeconds())
                    .put("clock-behind-millis", node.skewMillis())
                    .put("rings-clocks", node.sweeps());
        }
        ApiAnswer.json(ctx, nodes);
    }

    private void clocks(Context ctx) throws IOException {
        ArrayNode clocks = JsonNodeFactory.instance.arrayNode();
        List<Health.Clock> all = health.clocks();
        for (Health.Clock clock : all) {
            ObjectNode one =
                    clocks.addObject().put("platform", clock.platform()).put("ok", clock.well());
            clock.ahead().ifPresent(ahead -> one.put("ahead-seconds", ahead.toSeconds()));
            if (!clock.what().isEmpty()) one.put("what", clock.what());
        }
        ctx.status(all.stream().allMatch(Health.Clock::well) ? 200 : 503);
        ApiAnswer.json(ctx, clocks);
    }

    private static void tell(Context ctx, boolean fine) {
        ctx.status(fine ? 200 : 503).contentType("application/json").result("{\"ok\":" + fine + "}");
    }
}
