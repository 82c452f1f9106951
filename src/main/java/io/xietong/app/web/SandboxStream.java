package io.xietong.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.sse.SseClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open pages that something changed, and in which chats; they read it themselves. An event's id is the change number, so a
 * page that comes back is told what it missed. Looks into the log four times a second while a page is open, so that messages
 * sent by another node are noticed too. Thread-safe.
 */
final class SandboxStream implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SandboxStream.class);
    private static final int BEAT = 60;

    private final SandboxRoom room;
    private final Map<SseClient, Long> told = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sandbox-stream");
        thread.setDaemon(true);
        return thread;
    });
    private int quiet;

    SandboxStream(SandboxRoom room) {
        this.room = room;
        watch.scheduleWithFixedDelay(this::look, 250, 250, TimeUnit.MILLISECONDS);
    }

    void join(SseClient client) {
        String last = client.ctx().header("Last-Event-ID");
        boolean known = last != null && last.matches("\\d{1,18}");
        client.keepAlive();
        client.onClose(() -> told.remove(client));
        client.sendComment("open");
        told.put(client, known ? Long.parseLong(last) : room.log().lastChange());
    }

    private void look() {
        try {
            if (told.isEmpty()) return;
            long change = room.log().lastChange();
            told.forEach((client, since) -> tell(client, since, change));
            if (++quiet % BEAT == 0) told.keySet().forEach(client -> client.sendComment("beat"));
        } catch (RuntimeException e) {
            log.warn("cannot look for news of the sandbox: {}", e.toString());
        }
    }

    private void tell(SseClient client, long since, long change) {
        if (change == since) return;
        ObjectNode news = JsonNodeFactory.instance.objectNode();
        news.put("change", change);
        ArrayNode chats = news.putArray("chats");
        room.log().chatsChangedSince(since).forEach(chats::add);
        client.sendEvent("changed", news.toString(), Long.toString(change));
        told.replace(client, change);
    }

    @Override
    public void close() {
        watch.shutdown();
        told.keySet().forEach(SseClient::close);
    }
}
