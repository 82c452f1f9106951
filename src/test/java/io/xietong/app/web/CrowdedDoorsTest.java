package io.xietong.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.app.platform.PromptReceiver;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import io.xietong.wire.Webhook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More events than can be done in time (faults.md row 37). */
@Timeout(120)
class CrowdedDoorsTest {

    private static final Duration LONG = Duration.ofSeconds(100);
    private static final int TOO_MANY = 50;
    private static final int BUSY = 503;

    private final AtomicInteger events = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();

    /** Every call is a sentence of its own. */
    private Door door(String platform, Receiver receiver) {
        return new PlatformDoor(Map.of("/" + platform, call -> {
            String id = "e" + events.incrementAndGet();
            Chat chat = new Chat(platform, "li.lei", Chat.Kind.SINGLE, "");
            try {
                receiver.receive(new Inbound(platform, id, "li.lei", chat, new Inbound.Text("待办"), Instant.EPOCH));
                return Webhook.Reply.json("{}");
            } catch (Receiver.Unavailable busy) {
                return Webhook.Reply.UNAVAILABLE;
            }
        }));
    }

    private CompletableFuture<Integer> call(int port, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(LONG)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    @Test
    void what_does_not_fit_is_refused_while_the_rest_waits_and_pages_are_answered() throws Exception {
        List<String> platforms = List.of("feishu", "wecom", "dingtalk");
        Words words = Words.in(Language.CHINESE, ZoneOffset.UTC);
        CountDownLatch hang = new CountDownLatch(1);
        Receiver desk = inbound -> {
            try {
                hang.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Receiver.Answer.NONE;
        };
        List<PromptReceiver> receivers = platforms.stream()
                .map(platform -> new PromptReceiver(platform, desk, LONG, words))
                .toList();
        List<Door> doors = new ArrayList<>();
        for (int i = 0; i < receivers.size(); i++) doors.add(door(platforms.get(i), receivers.get(i)));
        try (Web web = Web.start("127.0.0.1", 0, doors)) {
            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            for (String platform : platforms)
                for (int i = 0; i < PromptReceiver.MOST + TOO_MANY; i++) answers.add(call(web.port(), "/" + platform));
            Awaitility.await()
                    .atMost(LONG)
                    .until(() ->
                            answers.stream().filter(CompletableFuture::isDone).count()
                                    == (long) platforms.size() * TOO_MANY);
            assertThat(answers.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
                    .containsOnly(BUSY);
            assertThat(call(web.port(), "/no/such/page").join()).isEqualTo(404);
            hang.countDown();
            assertThat(answers.stream().map(CompletableFuture::join).filter(status -> status == 200))
                    .hasSize(platforms.size() * PromptReceiver.MOST);
        } finally {
            hang.countDown();
            receivers.forEach(PromptReceiver::close);
        }
    }
}
