package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.Receiver;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.LongConnection;
import io.xietong.wire.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
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
    private final DingtalkReception reception;
    private final Clock clock;
    private final LongConnection connection;
    private final ThreadPoolExecutor handlers = new ThreadPoolExecutor(
            HANDLERS, HANDLERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), DingtalkConnection::thread);

    DingtalkConnection(
            DingtalkSettings settings,
            HttpCalls calls,
            DingtalkReception reception,
            LongConnection.Pace pace,
            Clock clock) {
        this.settings = settings;
        this.calls = calls;
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
        return new Link(Socket.connect(calls, endpoint(), clock, new Ear(events)));
    }

    /** A ticket is good for one connection and 90 seconds. */
    private URI endpoint() {
        ObjectNode body = BoundedJson.object()
                .put("clientId", settings.clientId())
                .put("clientSecret", settings.clientSecret())
                .put("ua", "xietong");
        var subscriptions = body.putArray("subscriptions");
        subscriptions.addObject().put("type", "CALLBACK").put("topic", DingtalkFrame.MESSAGES);
        subscriptions.addObject().put("type", "CALLBACK").put("topic", DingtalkFrame.CARDS);
        subscriptions.addObject().put("type", "EVENT").put("topic", "*");
        JsonNode answer = DingtalkApi.understood(
                calls.send(HttpRequest.newBuilder(URI.create(settings.baseUrl() + "/v1.0/gateway/connections/open"))
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build()));
        String ticket = URLEncoder.encode(answer.path("ticket").asText(), StandardCharsets.UTF_8);
        return URI.create(answer.path("endpoint").asText() + "?ticket=" + ticket);
    }

    private record Link(Socket socket) implements LongConnection.Link {

        @Override
        public Instant lastHeard() {
            return socket.lastHeard();
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

        Ear(Consumer<LongConnection.Event> events) {
            this.events = events;
        }

        @Override
        public void opened(Socket opened) {
            socket = opened;
        }

        @Override
        public void text(String text) {
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
                log.warn("too many events wait; DingTalk will bring this one again");
            }
        }

        private void system(DingtalkFrame frame) {
            if (frame.topic().equals("ping")) answer(frame.answer(200, "OK", frame.plain()));
            else if (frame.topic().equals("disconnect")) {
                log.info(
                        "DingTalk asks to connect anew: {}",
                        frame.data().path("reason").asText());
                events.accept(LongConnection.Event.REPLACE);
            }
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
            log.debug("event {} of the organisation", frame.topic());
            return frame.answer(200, "OK", "{\"status\":\"SUCCESS\",\"message\":\"\"}");
        }
        ObjectNode data = BoundedJson.object();
        if (frame.topic().equals(DingtalkFrame.MESSAGES)) {
            reception.message(frame.data());
            data.putObject("response");
        } else if (frame.topic().equals(DingtalkFrame.CARDS)) {
            data.set(
                    "response", reception.press(frame.data(), frame.messageId()).orElseGet(BoundedJson::object));
        } else {
            return frame.answer(404, "topic not exist", "{}");
        }
        return frame.answer(200, "OK", data.toString());
    }

    @Override
    public void close() {
        connection.close();
        handlers.shutdown();
    }
}
