package io.xietong.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.wire.Webhook;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The doors towards those who are not let in. */
class StrangersTest {

    private final AtomicInteger reached = new AtomicInteger();
    private final Web web = Web.start("127.0.0.1", 0, List.of(new PlatformDoor(Map.of("/feishu/events", call -> {
        reached.incrementAndGet();
        return call.body().length == 0 ? Webhook.Reply.REFUSED : Webhook.Reply.json("{}");
    }))));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        web.close();
    }

    private int post(String from, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + web.port() + "/feishu/events"))
                .POST(BodyPublishers.ofString(body));
        if (!from.isEmpty()) request.header("X-Forwarded-For", from);
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    @Test
    void who_is_refused_again_and_again_is_turned_away_and_nobody_else() throws Exception {
        for (int i = 0; i < Strangers.MOST; i++)
            assertThat(post("203.0.113.7", "")).isEqualTo(401);
        int before = reached.get();

        assertThat(post("203.0.113.7", "{}")).isEqualTo(429);
        assertThat(post("198.51.100.9, 203.0.113.7", "{}"))
                .as("only the last address is the proxy's word")
                .isEqualTo(429);
        assertThat(reached).hasValue(before);
        assertThat(post("203.0.113.8", "{}")).isEqualTo(200);
        assertThat(post("203.0.113.7, 203.0.113.8", "{}")).isEqualTo(200);
        assertThat(post("", "")).as("a proxy that names nobody").isEqualTo(401);
    }

    @Test
    void what_is_answered_well_never_counts() throws Exception {
        for (int i = 0; i < 3 * Strangers.MOST; i++)
            assertThat(post("203.0.113.7", "{}")).isEqualTo(200);
    }

    @Test
    void a_body_over_the_limit_is_refused_before_anybody_looks_at_its_signature() throws Exception {
        assertThat(post("", "x".repeat(256 * 1024))).isEqualTo(200);
        assertThat(post("", "x".repeat(256 * 1024 + 1))).isEqualTo(413);
        assertThat(reached).hasValue(1);
    }

    @Test
    void a_body_that_claims_to_be_too_long_is_refused_before_it_comes() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", web.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /feishu/events HTTP/1.1\r\nHost: x\r\nContent-Length: 52428800\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
        assertThat(reached).hasValue(0);
    }
}
