package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.wire.BoundedJson;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** Where the next connection goes. Its ticket is good for one connection and 90 seconds. */
final class DingtalkEndpoint {

    private static final String PATH = "/v1.0/gateway/connections/open";

    private DingtalkEndpoint() {}

    /** @throws DingtalkFault when DingTalk gives none; the message holds no ticket */
    static URI ask(DingtalkSettings settings, DingtalkApi api) {
        JsonNode answer = DingtalkApi.understood(api.send(HttpRequest.newBuilder(URI.create(settings.baseUrl() + PATH))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(subscription(settings).toString()))
                .build()));
        String ticket = URLEncoder.encode(answer.path("ticket").asText(), StandardCharsets.UTF_8);
        return address(answer.path("endpoint").asText(), ticket, URI.create(settings.baseUrl()));
    }

    private static ObjectNode subscription(DingtalkSettings settings) {
        ObjectNode body = BoundedJson.object()
                .put("clientId", settings.clientId())
                .put("clientSecret", settings.clientSecret())
                .put("ua", "xietong");
        ArrayNode subscriptions = body.putArray("subscriptions");
        subscriptions.addObject().put("type", "CALLBACK").put("topic", DingtalkFrame.MESSAGES);
        subscriptions.addObject().put("type", "CALLBACK").put("topic", DingtalkFrame.CARDS);
        subscriptions.addObject().put("type", "EVENT").put("topic", "*");
        return body;
    }

    private static URI address(String endpoint, String ticket, URI base) {
        try {
            URI address = URI.create(endpoint + "?ticket=" + ticket);
            if (ticket.isEmpty() || !acceptable(address, base))
                throw DingtalkFault.tryAgain("DingTalk named no address to connect to");
            return address;
        } catch (IllegalArgumentException e) {
            throw DingtalkFault.tryAgain("DingTalk named an unreadable address");
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
