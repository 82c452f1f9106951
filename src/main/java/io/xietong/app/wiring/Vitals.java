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
import io.xietong.core.text.Words;
import io.xietong.wire.PlatformClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** How the node is: what a load balancer and a monitoring system ask. Thread-safe. */
final class Vitals implements Health {

    private final Database database;
    private final Watch watch;
    private final Map<String, PlatformClock> clocks;
    private final Words words;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicBoolean serving = new AtomicBoolean();

    /**
     * @param watch  notices when only a restart can help
     * @param clocks by platform
     * @param words  in the company's language
     */
    Vitals(Database database, Watch watch, Map<String, PlatformClock> clocks, Words words) {
        this.database = database;
        this.watch = watch;
        this.clocks = new TreeMap<>(clocks);
        this.words = words;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        gauge("xietong.outbox.waiting", "WAITING", "messages that wait to be sent");
        gauge("xietong.outbox.dead", "DEAD", "messages that were given up");
        clocks.forEach(this::gauge);
    }

    private void gauge(String platform, PlatformClock clock) {
        Gauge.builder(
                        "xietong.clock.ahead",
                        clock,
                        own -> own.ahead()
                                .map(ahead -> (double) ahead.toSeconds())
                                .orElse(Double.NaN))
                .description("seconds by which this machine's clock is ahead of the platform's")
                .tag("platform", platform)
                .register(registry);
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
    public List<Clock> clocks() {
        return clocks.entrySet().stream()
                .map(one -> clock(one.getKey(), one.getValue()))
                .toList();
    }

    private Clock clock(String platform, PlatformClock clock) {
        String what = clock.noted()
                .map(off -> words.say(platform + ".check.clock", off.toSeconds()))
                .orElse("");
        return new Clock(platform, clock.ahead(), !clock.isOff(), what);
    }

    @Override
    public boolean ready() {
        return serving.get() && database.answers();
    }
}
