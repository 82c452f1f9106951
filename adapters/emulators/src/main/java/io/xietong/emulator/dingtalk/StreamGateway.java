package io.xietong.emulator.dingtalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.jetty.websocket.api.Callback;

/**
 * The Stream gateway: single-use tickets, each push to one connection at random, acknowledgements by message id. A test can have
 * it ask for a new connection, fall silent, cut, and send garbage. Thread-safe.
 */
public final class StreamGateway {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/connect";
    private static final Duration TICKET = Duration.ofSeconds(90);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final DingtalkApp app;
    private final Clock clock;
    private final Supplier<String> address;
    private final Map<String, Instant> tickets = new ConcurrentHashMap<>();
    private final Map<String, WsContext> open = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger opened = new AtomicInteger();
    private volatile Optional<String> announced = Optional.empty();
    private volatile boolean silent;
    private final Map<String, Instant> leaving = new ConcurrentHashMap<>();
    private volatile boolean inFragments;

    StreamGateway(DingtalkApp app, Clock clock, Supplier<String> address) {
        this.app = app;
        this.clock = clock;
        this.address = address;
    }

    void open(RoutesConfig routes) {
        routes.ws(PATH, this::listen);
    }

    private void listen(WsConfig ws) {
        ws.onConnect(this::connected);
        ws.onClose(context -> open.remove(context.sessionId()));
        ws.onError(context -> open.remove(context.sessionId()));
        ws.onMessage(context -> heard(context.message()));
    }

    private void connected(WsConnectContext context) {
        String ticket = String.valueOf(context.queryParam("ticket"));
        Instant end = tickets.remove(ticket);
        if (end == null || end.isBefore(clock.instant())) {
            context.closeSession(1008, "ticket");
            return;
        }
        context.session.setIdleTimeout(Duration.ofMinutes(10));
        open.put(context.sessionId(), context);
        opened.incrementAndGet();
    }

    private void heard(String text) {
        try {
            JsonNode answer = JSON.readTree(text);
            CompletableFuture<JsonNode> waits =
                    waiting.remove(answer.path("headers").path("messageId").asText());
            if (waits != null) waits.complete(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an acknowledgement that is no JSON", e);
        }
    }

    Answer ticket(JsonNode body) {
        boolean known = app.clientId().equals(body.path("clientId").asText())
                && app.clientSecret().equals(body.path("clientSecret").asText());
        if (!known) return Answer.fault(401, "invalidClientIdOrSecret");
        String ticket = UUID.randomUUID().toString();
        tickets.put(ticket, clock.instant().plus(TICKET));
        String endpoint = announced.orElseGet(() -> address.get().replaceFirst("^http", "ws") + PATH);
        return Answer.ok(Answer.object().put("endpoint", endpoint).put("ticket", ticket));
    }

    /** Names another address for connecting than the emulator's own. */
    public void announceAs(String websocket) {
        announced = Optional.of(websocket);
    }

    /** Whether any connection stands. */
    public boolean any() {
        return !open.isEmpty();
    }

    public int count() {
        return open.size();
    }

    /** Connections made so far. */
    public int opened() {
        return opened.get();
    }

    /** Pushes a frame and waits for its acknowledgement; empty when none came in time. */
    public Optional<JsonNode> push(String type, String topic, JsonNode data, Duration patience) {
        List<WsContext> all = new ArrayList<>(open.values());
        all.removeIf(context -> leaving.containsKey(context.sessionId()));
        if (silent || all.isEmpty()) return Optional.empty();
        WsContext chosen = all.get(ThreadLocalRandom.current().nextInt(all.size()));
        String id = UUID.randomUUID().toString();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        send(chosen, frame(type, topic, id, data));
        try {
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            waiting.remove(id);
            return Optional.empty();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** One frame after the other: nothing else may come between the parts of one. */
    private void send(WsContext context, String frame) {
        synchronized (context.session) {
            if (inFragments) sendParts(context, frame);
            else context.send(frame);
        }
    }

    private static void sendParts(WsContext context, String frame) {
        int half = frame.length() / 2;
        Callback.Completable first = new Callback.Completable();
        context.session.sendPartialText(frame.substring(0, half), false, first);
        first.join();
        context.session.sendPartialText(frame.substring(half), true, Callback.NOOP);
    }

    private String frame(String type, String topic, String id, JsonNode data) {
        ObjectNode frame =
                Answer.object().put("specVersion", "1.0").put("type", type).put("data", data.toString());
        ObjectNode headers = frame.putObject("headers");
        if (type.equals("EVENT")) {
            headers.put("eventType", data.path("EventType").asText("user_modify_org"))
                    .put("eventId", id)
                    .put("eventCorpId", "dingcorp")
                    .put("eventBornTime", Long.toString(clock.millis()));
        }
        headers.put("appId", "emulated")
                .put("connectionId", "emulated")
                .put("contentType", "application/json")
                .put("messageId", id)
                .put("time", Long.toString(clock.millis()))
                .put("topic", topic);
        return frame.toString();
    }

    /** Asks one connection to leave: it gets nothing more, and is closed after ten seconds. */
    public void askToLeave() {
        WsContext chosen = open.values().iterator().next();
        leaving.put(chosen.sessionId(), clock.instant().plus(GRACE));
        ObjectNode why = Answer.object().put("reason", "connection is expired");
        send(chosen, frame("SYSTEM", "disconnect", UUID.randomUUID().toString(), why));
    }

    /** Closes the connections that were asked to leave long enough ago. */
    void closeTheLeaving() {
        leaving.forEach((id, end) -> {
            if (end.isAfter(clock.instant())) return;
            leaving.remove(id);
            WsContext gone = open.remove(id);
            if (gone != null) gone.session.disconnect();
        });
    }

    /** Frames come in two fragments each. */
    public void inFragments(boolean wanted) {
        inFragments = wanted;
    }

    /** Sends a SYSTEM ping and says what came back. */
    public Optional<JsonNode> ping() {
        return push("SYSTEM", "ping", Answer.object().put("opaque", "x"), Duration.ofSeconds(2));
    }

    /** Every connection is cut. */
    public void cut() {
        open.values().forEach(context -> context.session.disconnect());
        open.clear();
        leaving.clear();
    }

    /** Whether connections stay open and nothing comes any more. */
    public void silent(boolean wanted) {
        silent = wanted;
    }

    /** Sends something that is no frame. */
    public void garbage(String text) {
        open.values().forEach(context -> send(context, text));
    }
}
