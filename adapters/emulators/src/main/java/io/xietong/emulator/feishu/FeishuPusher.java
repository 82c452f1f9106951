package io.xietong.emulator.feishu;

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
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pushes events to the bot's address, encrypted and signed, with 3 s to answer; what fails comes again after 15 s, 5 min, 1 h and
 * 6 h. Thread-safe.
 */
final class FeishuPusher {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Duration> AGAIN =
            List.of(Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(6));

    /** What came back: the status, and the body where it was JSON. Status 0: nothing in time. */
    record Reply(int status, JsonNode body) {}

    private record Failed(String envelope, int attempt, Instant due) {}

    private final FeishuApp app;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<Failed> failed = new ArrayList<>();
    private volatile URI target;

    FeishuPusher(FeishuApp app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    void target(URI door) {
        target = door;
    }

    boolean hasTarget() {
        return target != null;
    }

    /** Pushes an event, and remembers to do it again when it fails. */
    void event(String envelope) {
        attempt(envelope, 0);
    }

    private void attempt(String envelope, int attempt) {
        Instant pushed = clock.instant();
        if (push(envelope).status() == 200 || attempt >= AGAIN.size()) return;
        synchronized (failed) {
            failed.add(new Failed(envelope, attempt + 1, pushed.plus(AGAIN.get(attempt))));
        }
    }

    /** Pushes again what is due by the clock. */
    void again() {
        again(one -> !one.due().isAfter(clock.instant()));
    }

    /** Pushes again all that failed, due or not. */
    void allAgain() {
        again(one -> true);
    }

    private void again(Predicate<Failed> which) {
        List<Failed> chosen;
        synchronized (failed) {
            chosen = failed.stream().filter(which).toList();
            failed.removeAll(chosen);
        }
        chosen.forEach(one -> attempt(one.envelope(), one.attempt()));
    }

    Reply push(String envelope) {
        String body = app.encryptKey().isEmpty()
                ? envelope
                : Answer.object().put("encrypt", encrypt(envelope)).toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(3))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!app.encryptKey().isEmpty()) sign(request, body);
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(answer.statusCode(), json(answer.body()));
        } catch (IOException e) {
            return new Reply(0, MissingNode.getInstance());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply(0, MissingNode.getInstance());
        }
    }

    private static JsonNode json(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).orElse(MissingNode.getInstance());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private void sign(HttpRequest.Builder request, String body) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String nonce = HexFormat.of().toHexDigits(random.nextLong());
        String signed = timestamp + nonce + app.encryptKey() + body;
        request.header("X-Lark-Request-Timestamp", timestamp)
                .header("X-Lark-Request-Nonce", nonce)
                .header("X-Lark-Signature", HexFormat.of().formatHex(sha256(signed)));
    }

    private String encrypt(String text) {
        byte[] vector = new byte[16];
        random.nextBytes(vector);
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(sha256(app.encryptKey()), "AES"),
                    new IvParameterSpec(vector));
            byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] whole = Arrays.copyOf(vector, vector.length + sealed.length);
            System.arraycopy(sealed, 0, whole, vector.length, sealed.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
