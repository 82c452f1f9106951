package io.xietong.emulator.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The long connections: at most so many, each push to one of them at random, 3 s to answer. A test can have it send pieces, send
 * clicks as {@code card}, fall silent, cut, close and send garbage. Thread-safe.
 */
public final class FeishuSockets {

    private static final String PATH = "/callback/ws";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FeishuApp app;
    private final Supplier<String> address;
    private final Map<String, WsContext> open = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<byte[]>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger service = new AtomicInteger(6);
    private final AtomicInteger messages = new AtomicInteger();
    private final AtomicInteger pings = new AtomicInteger();
    private volatile int most = 50;
    private volatile int pieces = 1;
    private volatile String clickType = "event";
    private volatile boolean silent;

    FeishuSockets(FeishuApp app, Supplier<String> address) {
        this.app = app;
        this.address = address;
    }

    void open(RoutesConfig routes) {
        routes.ws(PATH, this::listen);
    }

    private void listen(WsConfig ws) {
        ws.onConnect(this::connected);
        ws.onClose(context -> open.remove(context.sessionId()));
        ws.onError(context -> open.remove(context.sessionId()));
        ws.onBinaryMessage(context -> heard(context, bytes(context.data())));
    }

    private void connected(WsConnectContext context) {
        context.session.setIdleTimeout(Duration.ofMinutes(10));
        context.session.setMaxBinaryMessageSize(1 << 20);
        open.put(context.sessionId(), context);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private void heard(WsContext context, byte[] bytes) {
        WireFrame frame = WireFrame.read(bytes);
        if (frame.method() == 0) {
            pings.incrementAndGet();
            if (!silent) send(context, new WireFrame(0, Map.of("type", "pong"), config()));
            return;
        }
        CompletableFuture<byte[]> answer = waiting.remove(frame.headers().getOrDefault("message_id", ""));
        if (answer != null) answer.complete(frame.payload());
    }

    private static byte[] config() {
        return "{\"ReconnectCount\":-1,\"ReconnectInterval\":120,\"ReconnectNonce\":30,\"PingInterval\":120}"
                .getBytes(StandardCharsets.UTF_8);
    }

    private void send(WsContext context, WireFrame frame) {
        context.send(ByteBuffer.wrap(frame.bytes(service.get())));
    }

    /** Names an address to connect to. */
    Answer endpoint(JsonNode body) {
        boolean known = app.id().equals(body.path("AppID").asText())
                && app.secret().equals(body.path("AppSecret").asText());
        if (!known) return Answer.whole(Answer.object().put("code", 514).put("msg", "auth failed"));
        if (open.size() >= most)
            return Answer.whole(Answer.object().put("code", 1000040350).put("msg", "connection limit"));
        var json = Answer.object().put("code", 0).put("msg", "ok");
        String url = address.get().replaceFirst("^http", "ws") + PATH + "?device_id=d1&service_id="
                + service.incrementAndGet();
        json.putObject("data")
                .put("URL", url)
                .putObject("ClientConfig")
                .put("ReconnectCount", -1)
                .put("ReconnectInterval", 1)
                .put("ReconnectNonce", 1)
                .put("PingInterval", 120);
        return Answer.whole(json);
    }

    /** Whether any connection stands. */
    public boolean any() {
        return !open.isEmpty();
    }

    public int count() {
        return open.size();
    }

    /** Pings heard so far. */
    public int pings() {
        return pings.get();
    }

    /** The answer with code and data, data decoded; empty when none came in time. */
    Optional<JsonNode> push(String envelope, boolean click) {
        if (silent) return Optional.empty();
        List<WsContext> all = new ArrayList<>(open.values());
        if (all.isEmpty()) return Optional.empty();
        WsContext chosen = all.get(ThreadLocalRandom.current().nextInt(all.size()));
        String message = "m" + messages.incrementAndGet();
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        waiting.put(message, answer);
        frames(message, envelope.getBytes(StandardCharsets.UTF_8), click ? clickType : "event")
                .forEach(frame -> send(chosen, frame));
        try {
            return Optional.of(JSON.readTree(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (Exception e) {
            return Optional.empty();
        }
    }

    /** The last piece first, so that nobody relies on their order. */
    private List<WireFrame> frames(String message, byte[] payload, String type) {
        int sum = pieces;
        int size = Math.max(1, (payload.length + sum - 1) / sum);
        List<WireFrame> frames = new ArrayList<>();
        for (int seq = sum - 1; seq >= 0; seq--) {
            int from = Math.min(payload.length, seq * size);
            byte[] piece = Arrays.copyOfRange(payload, from, Math.min(payload.length, from + size));
            frames.add(WireFrame.data(type, message, sum, seq, piece));
        }
        return frames;
    }

    static JsonNode data(JsonNode answer) {
        String data = answer.path("data").asText();
        try {
            return data.isEmpty()
                    ? Answer.object()
                    : JSON.readTree(Base64.getDecoder().decode(data));
        } catch (IOException | IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }

    /** How many connections are let in. */
    public void allow(int connections) {
        most = connections;
    }

    /** Each push comes in so many pieces. */
    public void pieces(int count) {
        pieces = count;
    }

    /** Clicks come as {@code card} instead of {@code event}. */
    public void clicksAsCards() {
        clickType = "card";
    }

    /** Neither pongs nor pushes leave any more, as on a half-open connection. */
    public void silence(boolean wanted) {
        silent = wanted;
    }

    /** Cuts every connection without a word. */
    public void cut() {
        open.values().forEach(context -> context.session.disconnect());
    }

    /** Closes every connection properly. */
    public void closeAll() {
        open.values().forEach(context -> context.closeSession(1000, "hand-over"));
    }

    /** Sends bytes that are no frame. */
    public void garbage() {
        open.values().forEach(context -> context.send(ByteBuffer.wrap(new byte[] {(byte) 0xff, 1, 2, 3})));
    }
}
