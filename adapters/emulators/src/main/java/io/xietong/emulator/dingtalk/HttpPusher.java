package io.xietong.emulator.dingtalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Pushes messages and clicks to the bot's addresses, signed as DingTalk signs: the time stamp alone. Thread-safe. */
final class HttpPusher {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DingtalkApp app;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private volatile URI base;

    HttpPusher(DingtalkApp app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    void target(URI door) {
        base = door;
    }

    boolean hasTarget() {
        return base != null;
    }

    /** The JSON that came back with a 200; empty when nothing did. */
    Optional<JsonNode> message(JsonNode body) {
        String now = Long.toString(clock.millis());
        return send(HttpRequest.newBuilder(base.resolve("/dingtalk/robot"))
                .header("timestamp", now)
                .header("sign", hmac(now + "\n" + app.clientSecret(), app.clientSecret()))
                .timeout(Duration.ofSeconds(3))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** The same for a click, with 2 s to answer: to the path that was registered, wherever the bot really stands. */
    Optional<JsonNode> click(CardApi.CallbackAddress to, JsonNode body) {
        String now = Long.toString(clock.millis());
        return send(HttpRequest.newBuilder(
                        base == null ? to.address() : base.resolve(to.address().getPath()))
                .header("x-ddpaas-signature-timestamp", now)
                .header("x-ddpaas-signature", hmac(now, to.secret()))
                .timeout(Duration.ofSeconds(2))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private Optional<JsonNode> send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) return Optional.empty();
            return Optional.of(Optional.ofNullable(JSON.readTree(answer.body())).orElse(MissingNode.getInstance()));
        } catch (JsonProcessingException e) {
            return Optional.of(MissingNode.getInstance());
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String hmac(String text, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
