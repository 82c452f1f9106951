package io.xietong.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.HttpAnswer;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.HttpFault;
import io.xietong.wire.Token;
import io.xietong.wire.TokenShelf;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Calls to WeCom's server in the application's name, with its token, which all nodes share. A refused token is replaced once. A
 * fault comes inside a 200, and what is no JSON is a fault like others. Addresses hold the token, so none is ever logged.
 * Thread-safe.
 */
final class WecomApi {

    /** As good as. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private static final Pattern HINT = Pattern.compile("hint: ?\\[[^\\]]{1,80}]");

    private final WecomSettings settings;
    private final HttpCalls calls;
    private final TokenShelf shelf;
    private final Clock clock;

    WecomApi(WecomSettings settings, HttpCalls calls, TokenShelf shelf, Clock clock) {
        this.settings = settings;
        this.calls = calls;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** @throws WecomFault when it did not succeed */
    JsonNode post(String path, ObjectNode body) {
        return withToken(token -> posted(path, body, token));
    }

    private JsonNode posted(String path, ObjectNode body, String token) {
        return understood(send(HttpRequest.newBuilder(address(path, Map.of("access_token", token)))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build()));
    }

    /** @throws WecomFault when it did not succeed */
    JsonNode get(String path, Map<String, String> query) {
        return withToken(token -> {
            Map<String, String> all = new TreeMap<>(query);
            all.put("access_token", token);
            return understood(send(HttpRequest.newBuilder(address(path, all)).build()));
        });
    }

    /**
     * What is made once for all nodes and then kept beside the token.
     *
     * @param name  by which it is found again
     * @param field of the answer that has its id
     * @return the id
     * @throws WecomFault when it was not there and could not be made
     */
    String made(String name, String path, ObjectNode body, String field) {
        return withToken(token -> shelf.take(
                        shelved() + "/" + name,
                        Optional.empty(),
                        () -> new Token(
                                posted(path, body, token).path(field).asText(),
                                clock.instant().plus(FOR_EVER)))
                .value());
    }

    private <T> T withToken(Function<String, T> attempt) {
        String token = token(Optional.empty());
        try {
            return attempt.apply(token);
        } catch (WecomFault e) {
            if (!WecomCodes.tokenRefused(e.code())) throw e;
            return attempt.apply(token(Optional.of(token)));
        }
    }

    private String shelved() {
        return WecomPlatform.NAME + "/" + settings.corpId() + "/"
                + settings.app().agentId();
    }

    private String token(Optional<String> rejected) {
        return shelf.take(shelved(), rejected, () -> token(ask())).value();
    }

    /** Asks for a token without looking at the shelf. */
    HttpAnswer ask() {
        return send(HttpRequest.newBuilder(address(
                        "/cgi-bin/gettoken",
                        Map.of(
                                "corpid",
                                settings.corpId(),
                                "corpsecret",
                                settings.app().secret())))
                .build());
    }

    private Token token(HttpAnswer answer) {
        JsonNode json = understood(answer);
        String value = json.path("access_token").asText();
        if (value.isBlank()) throw WecomFault.tryAgain("an answer without access token");
        return new Token(
                value, clock.instant().plusSeconds(json.path("expires_in").asLong(7200)));
    }

    private URI address(String path, Map<String, String> query) {
        StringBuilder address = new StringBuilder(settings.baseUrl()).append(path);
        char separator = '?';
        for (Map.Entry<String, String> one : query.entrySet()) {
            address.append(separator).append(one.getKey()).append('=');
            address.append(URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return URI.create(address.toString());
    }

    HttpAnswer send(HttpRequest request) {
        try {
            return calls.send(request);
        } catch (HttpFault e) {
            throw WecomFault.tryAgain(e.getMessage());
        }
    }

    /** The JSON of an answer that says it succeeded. */
    static JsonNode understood(HttpAnswer answer) {
        Optional<JsonNode> json = BoundedJson.object(answer.body());
        if (json.isEmpty() || !answer.ok() || !json.get().path("errcode").canConvertToInt()) {
            throw WecomFault.tryAgain("HTTP " + answer.status() + " without a result");
        }
        return understood(json.get());
    }

    /** The same for an acknowledgement on the bot's connection. */
    static JsonNode understood(JsonNode json) {
        int code = json.path("errcode").asInt();
        if (code == 0) return json;
        var hint = HINT.matcher(json.path("errmsg").asText());
        throw WecomFault.coded(code, "errcode " + code + (hint.find() ? ", " + hint.group() : ""));
    }
}
