package io.xietong.emulator.dingtalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.xietong.emulator.Crypto;
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

/**
 * Pushes to the bot's addresses: messages and clicks signed as DingTalk signs them, the time stamp alone; events of the
 * organisation signed and sealed. Thread-safe.
 */
final class HttpPusher {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DingtalkApp app;
    private final Clock clock;
    private volatile Crypto events;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private volatile URI base;

    HttpPusher(DingtalkApp app, Clock clock) {
        this.app = app;
        this.clock = clock;
        this.events = new Crypto(app.eventToken(), app.eventKey(), app.clientId());
    }

    void target(URI door) {
        base = door;
    }

    void sealEventsFor(String owner) {
        events = new Crypto(app.eventToken(), app.eventKey(), owner);
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

    /** An event, with 1.5 s to answer it with a sealed {@code success}. */
    boolean event(JsonNode body) {
        String now = Long.toString(clock.millis());
        String sealed = events.encrypt(body.toString());
        String query =
                "?msg_signature=" + events.signature(now, "n" + now, sealed) + "&timestamp=" + now + "&nonce=n" + now;
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/dingtalk/events" + query))
                .timeout(Duration.ofMillis(1500))
                .POST(HttpRequest.BodyPublishers.ofString(
                        Answer.object().put("encrypt", sealed).toString()))
                .build();
        return send(request).filter(this::isSuccess).isPresent();
    }

    private boolean isSuccess(JsonNode answer) {
        String sealed = answer.path("encrypt").asText();
        String signature = events.signature(
                answer.path("timeStamp").asText(), answer.path("nonce").asText(), sealed);
        return signature.equals(answer.path("msg_signature").asText())
                && events.decrypt(sealed).equals("success");
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
