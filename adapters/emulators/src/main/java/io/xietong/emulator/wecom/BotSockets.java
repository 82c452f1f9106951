package io.xietong.emulator.wecom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.jetty.websocket.api.Callback;

/**
 * The bot's connection: one subscribed at a time, the older is told and closed; replies are matched to what they reply to, in kind
 * and within 5 s. A test can have it fall silent, cut, send garbage and send in fragments. Thread-safe.
 */
public final class BotSockets {

    static final String PATH = "/aibot";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration REPLY = Duration.ofSeconds(5);
    private static final int BAD_REQUEST_ID = 846605;
    private static final int NOT_SUBSCRIBED = 846609;
    private static final int BAD_SECRET = 40001;

    /** What a frame may be answered with. */
    enum Kind {
        MESSAGE("aibot_respond_msg"),
        WELCOME("aibot_respond_welcome_msg"),
        CLICK("aibot_respond_update_msg");

        private final String command;

        Kind(String command) {
            this.command = command;
        }
    }

    private record Pending(Kind kind, Instant until, Function<JsonNode, ObjectNode> reply, CountDownLatch answered) {}

    private final WecomCorp corp;
    private final Clock clock;
    private final Function<JsonNode, ObjectNode> sending;
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();
    private final List<WsContext> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger frames = new AtomicInteger();
    private final AtomicInteger subscriptions = new AtomicInteger();
    private volatile Optional<WsContext> subscribed = Optional.empty();
    private volatile boolean silent;
    private volatile boolean mute;
    private volatile boolean fragmented;

    /** @param sending what {@code aibot_send_msg} does, with its answer */
    BotSockets(WecomCorp corp, Clock clock, Function<JsonNode, ObjectNode> sending) {
        this.corp = corp;
        this.clock = clock;
        this.sending = sending;
    }

    void open(RoutesConfig routes) {
        routes.ws(PATH, this::listen);
    }

    private void listen(WsConfig ws) {
        ws.onConnect(context -> {
            context.session.setIdleTimeout(Duration.ofMinutes(10));
            open.add(context);
        });
        ws.onClose(this::gone);
        ws.onError(this::gone);
        ws.onMessage(context -> heard(context, context.message()));
    }

    private synchronized void gone(WsContext context) {
        open.removeIf(one -> one.sessionId().equals(context.sessionId()));
        if (is(context)) subscribed = Optional.empty();
    }

    private boolean is(WsContext context) {
        return subscribed
                .filter(one -> one.sessionId().equals(context.sessionId()))
                .isPresent();
    }

    private void heard(WsContext context, String text) {
        if (silent) return;
        try {
            JsonNode frame = JSON.readTree(text);
            ObjectNode answer = answer(context, frame);
            answer.putObject("headers")
                    .put("req_id", frame.path("headers").path("req_id").asText());
            if (!mute) send(context, answer.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a frame that is no JSON", e);
        }
    }

    private ObjectNode answer(WsContext context, JsonNode frame) {
        String command = frame.path("cmd").asText();
        if (command.equals("aibot_subscribe")) return subscribe(context, frame.path("body"));
        if (!is(context)) return Answer.fault(NOT_SUBSCRIBED);
        return switch (command) {
            case "ping" -> Answer.ok();
            case "aibot_send_msg" -> sending.apply(frame.path("body"));
            default -> replied(command, frame);
        };
    }

    private synchronized ObjectNode subscribe(WsContext context, JsonNode who) {
        boolean known = corp.botId().equals(who.path("bot_id").asText())
                && corp.botSecret().equals(who.path("secret").asText());
        if (!known) return Answer.fault(BAD_SECRET);
        subscribed.filter(old -> !old.sessionId().equals(context.sessionId())).ifPresent(this::takenOver);
        subscribed = Optional.of(context);
        subscriptions.incrementAndGet();
        return Answer.ok();
    }

    private void takenOver(WsContext old) {
        ObjectNode body = Answer.object().put("msgid", "taken" + frames.incrementAndGet());
        body.put("create_time", clock.instant().getEpochSecond())
                .put("aibotid", corp.botId())
                .put("msgtype", "event");
        body.putObject("event").put("eventtype", "disconnected_event");
        send(old, frame("aibot_event_callback", "taken", body));
        old.closeSession(1000, "a newer connection");
    }

    private ObjectNode replied(String command, JsonNode frame) {
        Pending waits = pending.remove(frame.path("headers").path("req_id").asText());
        boolean fits = waits != null
                && waits.kind().command.equals(command)
                && !waits.until().isBefore(clock.instant());
        ObjectNode answer = fits ? waits.reply().apply(frame.path("body")) : Answer.fault(BAD_REQUEST_ID);
        if (waits != null) waits.answered().countDown();
        return answer;
    }

    private static String frame(String command, String request, ObjectNode body) {
        ObjectNode frame = Answer.object().put("cmd", command);
        frame.putObject("headers").put("req_id", request);
        frame.set("body", body);
        return frame.toString();
    }

    /** Whether a bot is subscribed. */
    public boolean any() {
        return subscribed.isPresent();
    }

    /** Connections that are open, subscribed or not. */
    public int count() {
        return open.size();
    }

    /** Subscriptions taken so far. */
    public int subscriptions() {
        return subscriptions.get();
    }

    /**
     * Pushes something that happened and waits a moment for a reply, which need not come.
     *
     * @param reply takes the reply's body and says how it is acknowledged
     */
    void push(Kind kind, ObjectNode body, Function<JsonNode, ObjectNode> reply) {
        if (silent || !any()) return;
        String request = "req" + frames.incrementAndGet();
        CountDownLatch answered = new CountDownLatch(1);
        pending.put(request, new Pending(kind, clock.instant().plus(REPLY), reply, answered));
        String command = kind == Kind.MESSAGE ? "aibot_msg_callback" : "aibot_event_callback";
        subscribed.ifPresent(context -> send(context, frame(command, request, body)));
        if (kind == Kind.MESSAGE) return;
        try {
            answered.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One frame after the other: nothing else may come between the parts of one. */
    private void send(WsContext context, String text) {
        synchronized (context.session) {
            if (fragmented) sendParts(context, text);
            else context.send(text);
        }
    }

    private static void sendParts(WsContext context, String text) {
        int part = Math.max(1, text.length() / 4);
        for (int from = 0; from < text.length(); from += part) {
            int to = Math.min(text.length(), from + part);
            Callback.Completable sent = new Callback.Completable();
            context.session.sendPartialText(text.substring(from, to), to == text.length(), sent);
            sent.join();
        }
    }

    /** Every connection is cut. */
    public void cut() {
        open.forEach(context -> context.session.disconnect());
        open.clear();
        subscribed = Optional.empty();
    }

    /** Whether connections stay open and nothing is acknowledged or pushed any more. */
    public void silent(boolean wanted) {
        silent = wanted;
    }

    /** Whether everything is done as asked but nothing is acknowledged. */
    public void mute(boolean wanted) {
        mute = wanted;
    }

    /** Whether frames come in parts. */
    public void fragmented(boolean wanted) {
        fragmented = wanted;
    }

    /** Sends something that is no frame. */
    public void garbage(String text) {
        subscribed.ifPresent(context -> send(context, text));
    }
}
