package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.core.chat.ChatPlatform.NotSent.Kind;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.HttpAnswer;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.HttpFault;
import io.xietong.wire.Token;
import io.xietong.wire.TokenShelf;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Calls to DingTalk's two hosts, with the application's token, which all nodes share. A refused token is replaced once. Answers
 * that are no JSON, such as the page an egress limit brings, are faults like others. Thread-safe.
 */
final class DingtalkApi {

    /** How long DingTalk keeps an address out that called too often. */
    private static final Duration BANNED = Duration.ofMinutes(5);

    private final DingtalkSettings settings;
    private final HttpCalls calls;
    private final TokenShelf shelf;
    private final Clock clock;

    DingtalkApi(DingtalkSettings settings, HttpCalls calls, TokenShelf shelf, Clock clock) {
        this.settings = settings;
        this.calls = calls;
        this.shelf = shelf;
        this.clock = clock;
    }

    /**
     * A call to the new API.
     *
     * @throws DingtalkFault when it did not succeed
     */
    JsonNode call(String method, String path, ObjectNode body) {
        return withToken(token -> understood(send(HttpRequest.newBuilder(URI.create(settings.baseUrl() + path))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("x-acs-dingtalk-access-token", token)
                .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
                .build())));
    }

    /**
     * The same with one more header, for what may answer with nothing at all.
     *
     * @param body   absent for a call without one
     * @param header a name and its value; absent for none
     * @return an empty object for an empty answer
     * @throws DingtalkFault when it did not succeed
     */
    JsonNode call(String method, String path, Optional<ObjectNode> body, Optional<Map.Entry<String, String>> header) {
        return withToken(token -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.baseUrl() + path))
                    .header("Content-Type", "application/json; charset=utf-8")
                    .header("x-acs-dingtalk-access-token", token)
                    .method(
                            method,
                            body.map(json -> HttpRequest.BodyPublishers.ofString(json.toString()))
                                    .orElseGet(HttpRequest.BodyPublishers::noBody));
            header.ifPresent(one -> request.header(one.getKey(), one.getValue()));
            HttpAnswer answer = send(request.build());
            return answer.ok() && answer.body().isBlank() ? BoundedJson.object() : understood(answer);
        });
    }

    /** A call to the old API, whose faults come inside a 200. */
    JsonNode old(String path, ObjectNode body) {
        return withToken(token ->
                understood(send(HttpRequest.newBuilder(URI.create(settings.oapiUrl() + path + "?access_token=" + token))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build())));
    }

    private interface Attempt {
        JsonNode with(String token);
    }

    private JsonNode withToken(Attempt attempt) {
        String token = token(Optional.empty());
        try {
            return attempt.with(token);
        } catch (DingtalkFault e) {
            if (!e.code().equals(DingtalkCodes.TOKEN_REFUSED)) throw e;
            return attempt.with(token(Optional.of(token)));
        }
    }

    private String token(Optional<String> rejected) {
        String name = DingtalkPlatform.NAME + "/" + settings.clientId();
        return shelf.take(name, rejected, () -> token(ask())).value();
    }

    /** Asks for a token without looking at the shelf. */
    HttpAnswer ask() {
        String body = BoundedJson.object()
                .put("appKey", settings.clientId())
                .put("appSecret", settings.clientSecret())
                .toString();
        return send(HttpRequest.newBuilder(URI.create(settings.baseUrl() + "/v1.0/oauth2/accessToken"))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private Token token(HttpAnswer answer) {
        JsonNode json = understood(answer);
        String value = json.path("accessToken").asText();
        if (value.isBlank()) throw DingtalkFault.tryAgain("an answer without access token");
        return new Token(
                value, clock.instant().plusSeconds(json.path("expireIn").asLong(7200)));
    }

    HttpAnswer send(HttpRequest request) {
        try {
            return calls.send(request);
        } catch (HttpFault e) {
            throw DingtalkFault.tryAgain(e.getMessage());
        }
    }

    /** The JSON of an answer that says it succeeded. */
    static JsonNode understood(HttpAnswer answer) {
        Optional<JsonNode> json = BoundedJson.object(answer.body());
        if (json.isEmpty() || json.get().path("status").asInt() == 1111) {
            boolean banned = answer.body().contains("1111");
            throw new DingtalkFault(
                    "",
                    Kind.TRY_AGAIN,
                    banned
                            ? "DingTalk keeps this address out for a while"
                            : "HTTP " + answer.status() + " without JSON",
                    banned ? Optional.of(BANNED) : Optional.empty());
        }
        int errcode = json.get().path("errcode").asInt(0);
        if (answer.ok() && errcode == 0) return json.get();
        throw fault(json.get(), answer.status(), errcode);
    }

    private static DingtalkFault fault(JsonNode json, int status, int errcode) {
        String code =
                errcode != 0 ? Integer.toString(errcode) : json.path("code").asText();
        if (errcode == 88) code = json.path("sub_code").asText(code);
        String request = json.path("requestid").asText(json.path("request_id").asText("-"));
        StringBuilder reason = new StringBuilder("HTTP " + status + ", " + code + ", request " + request);
        for (JsonNode scope : json.path("accessdenieddetail").path("requiredScopes"))
            reason.append(", needs ").append(scope.asText());
        return new DingtalkFault(
                DingtalkCodes.tokenRefused(code, status) ? DingtalkCodes.TOKEN_REFUSED : code,
                DingtalkCodes.kind(code, status),
                reason.toString(),
                DingtalkCodes.pause(code));
    }
}
