package io.xietong.feishu;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.Receiver;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.LongConnection;
import io.xietong.wire.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The long connection: events and card clicks without an address of our own. Each push comes to one of the app's connections,
 * so every node may hold one (50 at most). Events are handled beside the connection's thread; what cannot be handled is answered
 * with 500, and Feishu brings it again. Thread-safe.
 */
public final class FeishuConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FeishuConnection.class);
    private static final int HANDLERS = 8;
    private static final int WAITING = 500;

    private final FeishuSettings settings;
    private final HttpCalls calls;
    private final FeishuReception reception;
    private final Clock clock;
    private final LongConnection connection;
    private final ThreadPoolExecutor handlers = new ThreadPoolExecutor(
            HANDLERS, HANDLERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), FeishuConnection::thread);

    FeishuConnection(
            FeishuSettings settings,
            HttpCalls calls,
            FeishuReception reception,
            LongConnection.Pace pace,
            Clock clock) {
        this.settings = settings;
        this.calls = calls;
        this.reception = reception;
        this.clock = clock;
        this.connection = new LongConnection(FeishuPlatform.NAME, this::dial, pace, clock);
        handlers.allowCoreThreadTimeOut(true);
    }

    /** A ping every 30 s, more often than Feishu's 120, so that a half-open connection is noticed after 75 s. */
    public static LongConnection.Pace usualPace() {
        return LongConnection.Pace.usual(Duration.ofSeconds(75));
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "feishu-event");
        thread.setDaemon(true);
        return thread;
    }

    public void start() {
        connection.start();
    }

    /** Whether it stands and is heard from. */
    public boolean stands() {
        return connection.stands();
    }

    /** When anything was last heard; empty while there is no connection. */
    public Optional<Instant> lastHeard() {
        return connection.lastHeard();
    }

    private LongConnection.Link dial(Consumer<LongConnection.Event> events) {
        FeishuEndpoint endpoint = FeishuEndpoint.ask(settings, calls);
        Ear ear = new Ear(events);
        return new Link(Socket.connect(calls, endpoint.address(), clock, ear), endpoint.service());
    }

    private record Link(Socket socket, int service) implements LongConnection.Link {

        @Override
        public Instant lastHeard() {
            return socket.lastHeard();
        }

        @Override
        public void beat() {
            socket.send(FeishuFrame.ping(service).bytes());
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    /** Hears one connection. Clicks come as {@code event} or as {@code card}; both are treated alike. */
    private final class Ear implements Socket.Listener {

        private final Consumer<LongConnection.Event> events;
        private final FeishuPieces pieces = new FeishuPieces(clock);
        private volatile Socket socket;

        Ear(Consumer<LongConnection.Event> events) {
            this.events = events;
        }

        @Override
        public void opened(Socket opened) {
            socket = opened;
        }

        @Override
        public void binary(byte[] bytes) {
            Optional<FeishuFrame> frame = FeishuFrame.read(bytes);
            if (frame.isEmpty()) log.warn("a frame of {} bytes from Feishu that is none", bytes.length);
            frame.filter(read -> read.method() == FeishuFrame.DATA)
                    .ifPresent(read -> pieces.add(read).ifPresent(whole -> handle(read, whole)));
        }

        @Override
        public void closed(String why) {
            log.info("the connection to Feishu ended: {}", why);
            events.accept(LongConnection.Event.LOST);
        }

        private void handle(FeishuFrame frame, byte[] payload) {
            long start = System.nanoTime();
            try {
                handlers.execute(() -> answer(frame, outcome(payload), start));
            } catch (RejectedExecutionException e) {
                log.warn("too many events wait; Feishu will bring this one again, since nobody answers it");
            }
        }

        private void answer(FeishuFrame frame, ObjectNode outcome, long start) {
            byte[] bytes = outcome.toString().getBytes(StandardCharsets.UTF_8);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            try {
                socket.send(frame.answered(bytes, millis).bytes());
            } catch (RuntimeException e) {
                log.warn("an answer did not reach Feishu, which will bring the event again: {}", e.getMessage());
            }
        }
    }

    /** A broken event is taken note of and not asked for again. */
    private ObjectNode outcome(byte[] payload) {
        Optional<FeishuEnvelope> envelope = BoundedJson.object(payload)
                .flatMap(FeishuEnvelope::read)
                .filter(read -> read.appId().equals(settings.appId()));
        if (envelope.isEmpty()) {
            log.warn("an event from Feishu that is none of ours");
            return done(BoundedJson.object());
        }
        try {
            return done(reception.receive(envelope.get()).orElseGet(BoundedJson::object));
        } catch (Receiver.Unavailable e) {
            return failed();
        }
    }

    private static ObjectNode done(ObjectNode answer) {
        byte[] json = answer.toString().getBytes(StandardCharsets.UTF_8);
        return BoundedJson.object()
                .put("code", 200)
                .put("data", Base64.getEncoder().encodeToString(json));
    }

    private static ObjectNode failed() {
        return BoundedJson.object().put("code", 500);
    }

    @Override
    public void close() {
        connection.close();
        handlers.shutdown();
    }
}
