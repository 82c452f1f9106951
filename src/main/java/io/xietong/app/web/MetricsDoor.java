package io.xietong.app.web;

import io.javalin.config.RoutesConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** {@code /metrics}, in the format Prometheus reads. Holds numbers only, no names and no texts. */
public final class MetricsDoor implements Door {

    private final PrometheusMeterRegistry registry;

    public MetricsDoor(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void open(RoutesConfig routes) {
        routes.get(
                "/metrics",
                ctx -> ctx.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(registry.scrape()));
    }
}
