package io.xietong.app.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.xietong.app.jobs.Watch;
import io.xietong.app.store.Database;
import io.xietong.app.web.Health;
import io.xietong.core.chat.Receiver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** How the node is: what a load balancer and a monitoring system ask. Thread-safe. */
final class Vitals implements Health {

    private final Database database;
    private final Watch watch;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicBoolean serving = new AtomicBoolean();

    /** @param watch notices when only a restart can help */
    Vitals(Database database, Watch watch) {
        this.database = database;
        this.watch = watch;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        gauge("xietong.outbox.waiting", "WAITING", "messages that wait to be sent");
        gauge("xietong.outbox.dead", "DEAD", "messages that were given up");
    }

    private void gauge(String name, String state, String what) {
        Gauge.builder(
                        name,
                        database,
                        db -> db.read(books -> books.outbox().counts()).getOrDefault(state, 0L))
                .description(what)
                .register(registry);
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    /** The desk, with the time of each event measured. */
    Receiver timed(Receiver desk) {
        Timer timer = Timer.builder("xietong.desk.events")
                .description("time from an event's arrival to its durable commit")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        return inbound -> timer.record(() -> desk.receive(inbound));
    }

    void started() {
        serving.set(true);
    }

    void stopping() {
        serving.set(false);
    }

    @Override
    public boolean alive() {
        return watch.stuck().isEmpty();
    }

    @Override
    public List<Node> nodes() {
        Instant now = database.time().instant();
        return database.read(books -> books.nodes().all()).stream()
                .map(node -> new Node(
                        node.host(),
                        node.address(),
                        node.version(),
                        Math.max(0, Duration.between(node.seen(), now).toSeconds()),
                        node.skew().toMillis(),
                        node.sweeps()))
                .toList();
    }

    @Override
    public boolean ready() {
        return serving.get() && database.answers();
    }
}
