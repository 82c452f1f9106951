package io.xietong.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.HttpAnswer;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.Token;
import io.xietong.wire.TokenShelf;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Optional;

/** The app's access token, shared by all nodes through the shelf. Thread-safe. */
final class FeishuTokens {

    private static final String PATH = "/open-apis/auth/v3/tenant_access_token/internal";

    private final FeishuSettings settings;
    private final HttpCalls calls;
    private final TokenShelf shelf;
    private final Clock clock;

    FeishuTokens(FeishuSettings settings, HttpCalls calls, TokenShelf shelf, Clock clock) {
        this.settings = settings;
        this.calls = calls;
        this.shelf = shelf;
        this.clock = clock;
    }

    /**
     * @param rejected a token that Feishu no longer takes
     * @throws FeishuFault when none can be had
     */
    String take(Optional<String> rejected) {
        return shelf.take(FeishuPlatform.NAME + "/" + settings.appId(), rejected, () -> token(ask()))
                .value();
    }

    /** Asks Feishu without looking at the shelf. */
    HttpAnswer ask() {
        String body = BoundedJson.object()
                .put("app_id", settings.appId())
                .put("app_secret", settings.appSecret())
                .toString();
        return FeishuTransport.send(
                calls,
                HttpRequest.newBuilder(URI.create(settings.baseUrl() + PATH))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    /** A refusal is the administrator's business, unless the server had trouble. */
    private Token token(HttpAnswer answer) {
        JsonNode json = BoundedJson.object(answer.body()).orElseThrow();
        String value = json.path("tenant_access_token").asText();
        if (json.path("code").asInt(-1) == FeishuCodes.OK && !value.isBlank())
            return new Token(
                    value, clock.instant().plusSeconds(json.path("expire").asLong()));
        throw FeishuApi.fault(
                json.path("code").asInt(),
                json.path("msg").asText(),
                answer.status(),
                answer.headers().map());
    }
}
