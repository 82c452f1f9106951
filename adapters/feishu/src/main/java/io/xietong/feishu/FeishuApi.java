package io.xietong.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonParser;
import com.lark.oapi.Client;
import com.lark.oapi.core.request.RequestOptions;
import com.lark.oapi.core.response.BaseResponse;
import com.lark.oapi.core.response.RawResponse;
import com.lark.oapi.core.token.AccessTokenType;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.HttpCalls;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls Feishu's REST through its SDK. The token is ours and given with every call, so that the SDK's process-wide token cache
 * stays unused; one that Feishu refuses is renewed once (decision 0030). Thread-safe.
 */
final class FeishuApi {

    /** A call of the SDK. */
    interface Call<R> {
        R with(Client client, RequestOptions options) throws Exception;
    }

    private final FeishuSettings settings;
    private final FeishuTransport transport;
    private final FeishuTokens tokens;
    private volatile Client client;

    FeishuApi(FeishuSettings settings, HttpCalls calls, FeishuTokens tokens) {
        this.settings = settings;
        this.transport = new FeishuTransport(calls);
        this.tokens = tokens;
    }

    /**
     * @return an answer with code 0
     * @throws FeishuFault otherwise
     */
    <R extends BaseResponse<?>> R call(Call<R> call) {
        return withToken(options -> {
            R answer = run(call, options);
            return new Outcome<>(answer, answer.getCode(), answer.getMsg(), answer.getRawResponse());
        });
    }

    /**
     * The same for what the SDK has no model of.
     *
     * @param body absent for a call without one
     * @return the whole answer
     */
    JsonNode call(String method, String path, Optional<JsonNode> body) {
        return withToken(options -> {
            Object sent = body.map(json -> (Object) JsonParser.parseString(json.toString()))
                    .orElse(null);
            RawResponse raw = run(
                    (sdk, given) -> switch (method) {
                        case "GET" -> sdk.get(path, sent, AccessTokenType.Tenant, given);
                        case "PATCH" -> sdk.patch(path, sent, AccessTokenType.Tenant, given);
                        default -> sdk.post(path, sent, AccessTokenType.Tenant, given);
                    },
                    options);
            JsonNode json = BoundedJson.object(new String(raw.getBody(), StandardCharsets.UTF_8))
                    .orElseThrow();
            return new Outcome<>(
                    json, json.path("code").asInt(), json.path("msg").asText(), raw);
        });
    }

    private record Outcome<R>(R answer, int code, String message, RawResponse raw) {}

    private interface Attempt<R> {
        Outcome<R> with(RequestOptions options);
    }

    private <R> R withToken(Attempt<R> attempt) {
        String token = tokens.take(Optional.empty());
        Outcome<R> outcome = attempt.with(options(token));
        if (FeishuCodes.tokenRefused(outcome.code())) outcome = attempt.with(options(tokens.take(Optional.of(token))));
        if (outcome.code() == FeishuCodes.OK) return outcome.answer();
        RawResponse raw = outcome.raw();
        throw fault(outcome.code(), outcome.message(), raw.getStatusCode(), raw.getHeaders());
    }

    private <R> R run(Call<R> call, RequestOptions options) {
        try {
            return call.with(client(), options);
        } catch (FeishuFault e) {
            throw e;
        } catch (Exception e) {
            throw FeishuFault.tryAgain(e.getClass().getSimpleName());
        }
    }

    static FeishuFault fault(int code, String message, int status, Map<String, List<String>> headers) {
        Optional<Duration> wait = headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("x-ogw-ratelimit-reset"))
                .flatMap(header -> header.getValue().stream())
                .filter(value -> value.matches("\\d{1,5}"))
                .findFirst()
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        String reason = "code " + code + " (HTTP " + status + "): " + FeishuForm.start(String.valueOf(message), 300);
        return new FeishuFault(code, FeishuCodes.kind(code, status), reason, wait);
    }

    private static RequestOptions options(String token) {
        return RequestOptions.newBuilder().tenantAccessToken(token).build();
    }

    /** Built at the first call: it loads several hundred classes. */
    private Client client() {
        Client built = client;
        if (built != null) return built;
        synchronized (this) {
            if (client == null)
                client = Client.newBuilder(settings.appId(), settings.appSecret())
                        .openBaseUrl(settings.baseUrl())
                        .httpTransport(transport)
                        .disableTokenCache()
                        .build();
            return client;
        }
    }
}
