package io.xietong.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.Receiver;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.LongConnection;
import io.xietong.wire.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot's long connection (wecom.md 2.4): messages and clicks in, everything the bot says out. WeCom keeps one per bot, so only
 * the node that holds the lease dials; the others wait for it. Cut because another connection took over, it asks for the lease
 * again before it dials, with growing waits, so that two never cut each other in turns. Thread-safe.
 */
public final class WecomConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WecomConnection.class);
    private static final int HANDLERS = 8;
    private static final int WAITING = 500;
    private static final String TAKEN_OVER = "disconnected_event";

    private final WecomSettings.Bot bot;
    private final HttpCalls calls;
    private final WecomReception reception;
    private final WecomLine line;
    private final WecomLease lease;
    private final LongConnection.Pace pace;
    private final Clock clock;
    private final LongConnection connection;
    private final ThreadPoolExecutor handlers = new ThreadPoolExecutor(
            HANDLERS, HANDLERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), WecomConnection::thread);

    WecomConnection(
            WecomSettings.Bot bot,
            HttpCalls calls,
            WecomReception reception,
            WecomLine line,
            WecomLease lease,
            LongConnection.Pace pace,
            Clock clock) {
        this.bot = bot;
        this.calls = calls;
        this.reception = reception;
        this.line = line;
        this.lease = lease;
        this.pace = pace;
        this.clock = clock;
        this.connection = new LongConnection(WecomPlatform.NAME, this::dial, pace, clock);
        handlers.allowCoreThreadTimeOut(true);
    }

    /** A ping every 30 s; after 75 s without anything the connection counts as dead, although TCP may not know. */
    public static LongConnection.Pace usualPace() {
        return LongConnection.Pace.usual(Duration.ofSeconds(75));
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "wecom-event");
        thread.setDaemon(true);
        return thread;
    }

    public void start() {
        connection.start();
    }

    /** Whether this node holds the connection and is heard from. */
    public boolean stands() {
        return connection.stands() && line.stands();
    }

    /** When anything was last heard; empty while this node has no connection. */
    public Optional<Instant> lastHeard() {
        return connection.lastHeard();
    }

    private LongConnection.Link dial(Consumer<LongConnection.Event> events) {
        long fence = awaitLease();
        Ear ear = new Ear(events);
        Socket socket = Socket.connect(calls, URI.create(bot.streamUrl()), clock, ear);
        try {
            ObjectNode who = BoundedJson.object().put("bot_id", bot.id()).put("secret", bot.secret());
            line.ask(socket, "aibot_subscribe", WecomLine.request("aibot_subscribe"), who);
        } catch (WecomFault e) {
            socket.close();
            throw e;
        }
        line.subscribed(socket);
        return new Link(socket, fence);
    }

    /** Quietly, as long as it takes: on all nodes but one this is the usual state. */
    private long awaitLease() {
        while (true) {
            OptionalLong fence = held();
            if (fence.isPresent()) return fence.getAsLong();
            try {
                TimeUnit.MILLISECONDS.sleep(pace.heartbeat().dividedBy(3).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw WecomFault.tryAgain("another node holds the bot's connection");
            }
        }
    }

    private OptionalLong held() {
        try {
            return lease.hold();
        } catch (RuntimeException e) {
            log.warn("the lease of the bot's connection cannot be read: {}", e.toString());
            return OptionalLong.empty();
        }
    }

    private final class Link implements LongConnection.Link {

        private final Socket socket;
        private final long fence;

        Link(Socket socket, long fence) {
            this.socket = socket;
            this.fence = fence;
        }

        @Override
        public Instant lastHeard() {
            return socket.lastHeard();
        }

        @Override
        public void beat() {
            OptionalLong now = held();
            if (now.isEmpty() || now.getAsLong() != fence) {
                throw WecomFault.tryAgain("another node took the bot's connection over");
            }
            socket.send(WecomLine.frame("ping", WecomLine.request("ping"), BoundedJson.object()));
        }

        @Override
        public void close() {
            line.lost(socket);
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
            Optional<JsonNode> frame = BoundedJson.object(text);
            if (frame.isEmpty()) log.warn("a frame of {} characters from WeCom that is none", text.length());
            frame.ifPresent(this::heard);
        }

        private void heard(JsonNode frame) {
            switch (frame.path("cmd").asText()) {
                case "aibot_msg_callback", "aibot_event_callback" -> happened(frame);
                default -> line.acknowledged(frame);
            }
        }

        private void happened(JsonNode frame) {
            String event = frame.path("body").path("event").path("eventtype").asText();
            if (event.equals(TAKEN_OVER)) {
                log.warn("another program connected as this bot; this connection is over");
                line.lost(socket);
                events.accept(LongConnection.Event.LOST);
                return;
            }
            try {
                handlers.execute(() -> handle(frame));
            } catch (RejectedExecutionException e) {
                log.warn("too many messages wait, one is not answered");
            }
        }

        /** What the bot's connection brings never comes again, so a message that could not be handled is answered so. */
        private void handle(JsonNode frame) {
            String request = frame.path("headers").path("req_id").asText();
            try {
                reception.bot(frame.path("body")).ifPresent(reply -> say(request, reply.command(), reply.body()));
            } catch (Receiver.Unavailable e) {
                say(request, "aibot_respond_msg", reception.unavailable());
            } catch (RuntimeException e) {
                log.warn("a frame from WeCom failed: {}", e.toString());
            }
        }

        private void say(String request, String command, ObjectNode body) {
            try {
                line.ask(socket, command, request, body);
            } catch (WecomFault e) {
                log.warn("an answer did not reach WeCom: {}", e.getMessage());
            }
        }

        @Override
        public void closed(String why) {
            log.info("the bot's connection ended: {}", why);
            line.lost(socket);
            events.accept(LongConnection.Event.LOST);
        }
    }

    /** Closes it and leaves it to other nodes at once. */
    @Override
    public void close() {
        connection.close();
        handlers.shutdown();
        lease.release();
    }
}
