package io.xietong.feishu;

import com.lark.oapi.core.httpclient.IHttpTransport;
import com.lark.oapi.core.request.RawRequest;
import com.lark.oapi.core.response.RawResponse;
import com.lark.oapi.core.utils.Jsons;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.HttpAnswer;
import io.xietong.wire.HttpCalls;
import io.xietong.wire.HttpFault;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Carries the SDK's calls over our bounded HTTP. Answers that are no JSON object never reach the SDK, which would break on them.
 * Thread-safe.
 */
final class FeishuTransport implements IHttpTransport {

    private static final String LOG_ID = "X-Tt-Logid";

    private final HttpCalls calls;

    FeishuTransport(HttpCalls calls) {
        this.calls = calls;
    }

    @Override
    public RawResponse execute(RawRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(request.getReqUrl()))
                .method(
                        request.getHttpMethod(),
                        request.getBody() == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(Jsons.DEFAULT.toJson(request.getBody())))
                .header("Content-Type", "application/json; charset=utf-8");
        request.getHeaders().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return raw(send(calls, builder.build()));
    }

    /** @throws FeishuFault when no JSON object came back */
    static HttpAnswer send(HttpCalls calls, HttpRequest request) {
        try {
            HttpAnswer answer = calls.send(request);
            if (BoundedJson.object(answer.body()).isPresent()) return answer;
            throw FeishuFault.tryAgain("HTTP " + answer.status() + " without JSON, log id "
                    + answer.header(LOG_ID).orElse("-"));
        } catch (HttpFault e) {
            throw FeishuFault.tryAgain(e.getMessage());
        }
    }

    private static RawResponse raw(HttpAnswer answer) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers().map());
        RawResponse raw = new RawResponse();
        raw.setStatusCode(answer.status());
        raw.setHeaders(headers);
        raw.setBody(answer.body().getBytes(StandardCharsets.UTF_8));
        return raw;
    }
}
