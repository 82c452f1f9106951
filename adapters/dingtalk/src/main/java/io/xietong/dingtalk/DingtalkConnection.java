package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.Receiver;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.LongConnection;
import io.xietong.wire.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stream mode: messages, clicks and events without an address of our own. Each push comes to one of the application's
 * connections, so every node may hold one. Told to leave, it opens the next connection first and lets the old one hear a little
 * longer. What cannot be handled is not acknowledged, and DingTalk brings it again after a minute. Thread-safe.
 */
public final class DingtalkConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DingtalkConnection.class);
    private static final int HANDLERS = 8;
    private static final int WAITING = 500;

    private final DingtalkSettings settings;
    private final HttpCalls calls;
    private final DingtalkApi api;
    private final DingtalkReception reception;
    private final Clock clock;
    private final LongConnection connection;
    private final ThreadPoolExecutor handlers = new ThreadPoolExecutor(
            HANDLERS, HANDLERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), DingtalkConnection::thread);

    DingtalkConnection(
            DingtalkSettings settings,
            HttpCalls calls,
            DingtalkApi api,
            DingtalkReception reception,
            LongConnection.Pace pace,
            Clock clock) {
        this.settings = settings;
        this.calls = calls;
        this.api = api;
        this.reception = reception;
        this.clock = clock;
        this.connection = new LongConnection(DingtalkPlatform.NAME, this::dial, pace, clock);
        handlers.allowCoreThreadTimeOut(true);
    }

    /** A ping every 30 s; after 75 s without anything the connection counts as dead, although TCP may not know. */
    public static LongConnection.Pace usualPace() {
        return LongConnection.Pace.usual(Duration.ofSeconds(75));
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "dingtalk-event");
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
        Ear ear = new Ear(events);
        return new Link(Socket.connect(calls, DingtalkEndpoint.ask(settings, api), clock, ear), ear);
    }

    /**
     * Counts as silent when nothing comes at all. A connection can also be dead for pushes while it still answers our pings; once
     * the other side has shown that it sends its own, only frames count.
     */
    private record Link(Socket socket, Ear ear) implements LongConnection.Link {

        @Override
        public Instant lastHeard() {
            return ear.pinged ? ear.lastFrame : socket.lastHeard();
        }

        @Override
        public void beat() {
            socket.ping();
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    /** Hears one connection. */
    private final class Ear implements Socket.Listener {

        private final Consumer<LongConnection.Event> events;
        private volatile Socket socket;
        private volatile Instant lastFrame = clock.instant();
        private volatile boolean pinged;

        Ear(Consumer<LongConnection.Event> events) {
            this.events = events;
        }

        @Override
        public void opened(Socket opened) {
            socket = opened;
        }

        @Override
        public void text(String text) {
            lastFrame = clock.instant();
            Optional<DingtalkFrame> frame = DingtalkFrame.read(text);
            if (frame.isEmpty()) log.warn("a frame of {} characters from DingTalk that is none", text.length());
            frame.ifPresent(this::heard);
        }

        private void heard(DingtalkFrame frame) {
            if (frame.type().equals("SYSTEM")) {
                system(frame);
                return;
            }
            try {
                handlers.execute(() -> handle(frame));
            } catch (RejectedExecutionException e) {
                refuse(frame);
            }
        }

        private void system(DingtalkFrame frame) {
            if (frame.topic().equals("ping")) {
                pinged = true;
                answer(frame.answer(200, "OK", frame.plain()));
            } else if (frame.topic().equals("disconnect")) {
                log.info(
                        "DingTalk asks to connect anew: {}",
                        frame.data().path("reason").asText());
                events.accept(LongConnection.Event.REPLACE);
            }
        }

        /** A message comes again when it is not acknowledged; a click never does, so it is answered in words. */
        private void refuse(DingtalkFrame frame) {
            log.warn("too many events wait for their turn");
            if (frame.topic().equals(DingtalkFrame.CARDS)) answer(clicked(frame, reception.busy()));
        }

        private void handle(DingtalkFrame frame) {
            try {
                answer(outcome(frame));
            } catch (Receiver.Unavailable e) {
                log.warn("event {} is left to come again: {}", frame.messageId(), e.getMessage());
            } catch (RuntimeException e) {
                log.warn("event {} failed: {}", frame.messageId(), e.toString());
                answer(frame.answer(500, "failed", "{}"));
            }
        }

        private void answer(String text) {
            try {
                socket.send(text);
            } catch (RuntimeException e) {
                log.warn("an answer did not reach DingTalk: {}", e.getMessage());
            }
        }

        @Override
        public void closed(String why) {
            log.info("a connection to DingTalk ended: {}", why);
            events.accept(LongConnection.Event.LOST);
        }
    }

    private String outcome(DingtalkFrame frame) {
        if (frame.type().equals("EVENT")) {
            reception.organisation(frame.eventType(), frame.data(), frame.messageId());
            return frame.answer(200, "OK", "{\"status\":\"SUCCESS\",\"message\":\"\"}");
        }
        if (frame.topic().equals(DingtalkFrame.MESSAGES)) {
            reception.message(frame.data());
            return frame.answer(200, "OK", "{\"response\":{}}");
        }
        return frame.topic().equals(DingtalkFrame.CARDS)
                ? clicked(
                        frame, reception.press(frame.data(), frame.messageId()).orElseGet(BoundedJson::object))
                : frame.answer(404, "topic not exist", "{}");
    }

    private static String clicked(DingtalkFrame frame, ObjectNode response) {
        ObjectNode data = BoundedJson.object();
        data.set("response", response);
        return frame.answer(200, "OK", data.toString());
    }

    @Override
    public void close() {
        connection.close();
        handlers.shutdown();
    }
}
