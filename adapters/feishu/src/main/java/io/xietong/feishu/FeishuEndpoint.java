package io.xietong.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.wire.BoundedJson;
import io.xietong.wire.HttpCalls;
import java.net.URI;
import java.net.http.HttpRequest;

/**
 * Where the long connection goes, as Feishu says for each one.
 *
 * @param service goes into every frame
 */
record FeishuEndpoint(URI address, int service) {

    private static final String PATH = "/callback/ws/endpoint";
    private static final int TOO_MANY = 1000040350;

    /** @throws FeishuFault when Feishu gives none; the message is a sentence for the log */
    static FeishuEndpoint ask(FeishuSettings settings, HttpCalls calls) {
        String body = BoundedJson.object()
                .put("AppID", settings.appId())
                .put("AppSecret", settings.appSecret())
                .toString();
        JsonNode answer = BoundedJson.object(FeishuTransport.send(
                                calls,
                                HttpRequest.newBuilder(URI.create(settings.baseUrl() + PATH))
                                        .header("Content-Type", "application/json; charset=utf-8")
                                        .header("locale", "zh")
                                        .POST(HttpRequest.BodyPublishers.ofString(body))
                                        .build())
                        .body())
                .orElseThrow();
        int code = answer.path("code").asInt(-1);
        if (code == TOO_MANY) throw FeishuFault.tryAgain("all 50 long connections of the app are taken");
        if (code != FeishuCodes.OK)
            throw FeishuFault.tryAgain(
                    "code " + code + ": " + FeishuForm.start(answer.path("msg").asText(), 200));
        return read(answer.path("data").path("URL").asText(), URI.create(settings.baseUrl()));
    }

    private static FeishuEndpoint read(String url, URI base) {
        try {
            URI address = URI.create(url);
            String query = address.getQuery() == null ? "" : address.getQuery();
            String service = query.replaceFirst("^(?:.*&)?service_id=(\\d{1,9})(?:&.*)?$", "$1");
            if (!acceptable(address, base)) throw FeishuFault.tryAgain("Feishu named no address to connect to");
            return new FeishuEndpoint(address, service.matches("\\d{1,9}") ? Integer.parseInt(service) : 0);
        } catch (IllegalArgumentException e) {
            throw FeishuFault.tryAgain("Feishu named an unreadable address");
        }
    }

    /** As safe as the address we asked: encrypted where that was, and otherwise (in tests) the very same host. */
    private static boolean acceptable(URI address, URI base) {
        if (address.getHost() == null || address.getUserInfo() != null) return false;
        return "https".equals(base.getScheme())
                ? "wss".equals(address.getScheme())
                : "ws".equals(address.getScheme()) && address.getHost().equals(base.getHost());
    }
}
