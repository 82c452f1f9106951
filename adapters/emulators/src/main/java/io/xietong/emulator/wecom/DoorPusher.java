package io.xietong.emulator.wecom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xietong.emulator.Crypto;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls the bot's two doors as WeCom does: encrypted, signed, with 5 s to answer; the application's up to three times with the
 * same bytes. Thread-safe.
 */
final class DoorPusher {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TRIES = 3;

    private final WecomCorp corp;
    private volatile Crypto app;
    private final Crypto bot;
    private final Clock clock;
    private final AtomicInteger nonces = new AtomicInteger();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private volatile URI base;

    DoorPusher(WecomCorp corp, Clock clock) {
        this.corp = corp;
        this.app = new Crypto(corp.appToken(), corp.appKey(), corp.corpId());
        this.bot = new Crypto(corp.botToken(), corp.botKey(), "");
        this.clock = clock;
    }

    /** From now on calls at the application's door are signed and encrypted with these. */
    void renew(String token, String key) {
        app = new Crypto(token, key, corp.corpId());
    }

    void target(URI door) {
        base = door;
    }

    boolean hasTarget() {
        return base != null;
    }

    /** Asks a door whether it is ours, as the console does when an address is saved. */
    boolean verify(String path) {
        Crypto crypto = path.endsWith("app") ? app : bot;
        String word = "echo" + nonces.incrementAndGet();
        String encrypted = crypto.encrypt(word);
        String query = query(crypto, encrypted) + "&echostr=" + URLEncoder.encode(encrypted, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(base.resolve(path + query)).build(), 1)
                .filter(word::equals)
                .isPresent();
    }

    /** What the application's door answered, decrypted; empty text for an empty answer, nothing when no 200 came at all. */
    Optional<String> app(String xml) {
        Crypto app = this.app;
        String encrypted = app.encrypt(xml);
        String body = "<xml><ToUserName><![CDATA[" + corp.corpId() + "]]></ToUserName><AgentID><![CDATA["
                + corp.agentId() + "]]></AgentID><Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>";
        return send(post("/wecom/app" + query(app, encrypted), body), TRIES)
                .map(answer -> answer.isBlank()
                        ? ""
                        : PassiveXml.read(answer)
                                .map(outer -> app.decrypt(PassiveXml.text(outer, "Encrypt")))
                                .orElseThrow());
    }

    /** The same for the bot's door; an empty object for an empty answer. @param tries one for a click */
    Optional<JsonNode> bot(JsonNode message, int tries) {
        String encrypted = bot.encrypt(message.toString());
        String body = Answer.object().put("encrypt", encrypted).toString();
        return send(post("/wecom/bot" + query(bot, encrypted), body), tries).map(answer -> {
            try {
                if (answer.isBlank()) return Answer.object();
                return JSON.readTree(
                        bot.decrypt(JSON.readTree(answer).path("encrypt").asText()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the bot's door answered " + answer, e);
            }
        });
    }

    private String query(Crypto crypto, String encrypted) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String nonce = "n" + nonces.incrementAndGet();
        return "?msg_signature=" + crypto.signature(timestamp, nonce, encrypted) + "&timestamp=" + timestamp + "&nonce="
                + nonce;
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private Optional<String> send(HttpRequest request, int tries) {
        for (int tried = 0; tried < tries; tried++) {
            try {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) return Optional.of(answer.body());
            } catch (IOException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
