package io.xietong.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.HttpFault;
import io.xietong.wire.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Requests on the bot's connection and their acknowledgements, matched by request id. Thread-safe. */
final class WecomLine {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private record Waiting(Socket socket, CompletableFuture<JsonNode> answer) {}

    private final AtomicReference<Socket> subscribed = new AtomicReference<>();
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    /** From now on what the bot says goes out here. */
    void subscribed(Socket socket) {
        subscribed.set(socket);
    }

    /** Nothing more goes out here, and nobody waits longer for what was sent. */
    void lost(Socket socket) {
        subscribed.compareAndSet(socket, null);
        waiting.values().removeIf(one -> one.socket() == socket && one.answer().completeExceptionally(cut()));
    }

    private static WecomFault cut() {
        return WecomFault.tryAgain("the connection was lost before an answer came");
    }

    /** Whether the bot can speak from this node now. */
    boolean stands() {
        return subscribed.get() != null;
    }

    /**
     * Sends a request of our own.
     *
     * @throws WecomFault when it was not taken; after a silence it may have been
     */
    JsonNode ask(String command, ObjectNode body) {
        Socket socket = subscribed.get();
        if (socket == null) throw WecomFault.coded(WecomCodes.NOT_SUBSCRIBED, "the bot's connection is not here");
        return ask(socket, command, request(command), body);
    }

    /** A new request id. */
    static String request(String command) {
        return command + "_" + UUID.randomUUID();
    }

    /** The same on a given connection, under a given request id; a reply takes that of what it replies to. */
    JsonNode ask(Socket socket, String command, String request, ObjectNode body) {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(request, new Waiting(socket, answer));
        try {
            socket.send(frame(command, request, body));
            return WecomApi.understood(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (HttpFault | TimeoutException e) {
            throw WecomFault.tryAgain("no acknowledgement came");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof WecomFault known ? known : cut();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw WecomFault.tryAgain("interrupted");
        } finally {
            waiting.remove(request);
        }
    }

    static String frame(String command, String request, ObjectNode body) {
        ObjectNode frame = BoundedJson.object().put("cmd", command);
        frame.putObject("headers").put("req_id", request);
        if (!body.isEmpty()) frame.set("body", body);
        return frame.toString();
    }

    /** An acknowledgement came. */
    void acknowledged(JsonNode frame) {
        Waiting one = waiting.remove(frame.path("headers").path("req_id").asText());
        if (one != null) one.answer().complete(frame);
    }
}
