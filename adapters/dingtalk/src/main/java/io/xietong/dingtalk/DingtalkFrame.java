package io.xietong.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xietong.wire.BoundedJson;
import java.util.Optional;

/**
 * A frame of Stream mode (platforms/dingtalk.md 1.3).
 *
 * @param type  {@code SYSTEM}, {@code EVENT} or {@code CALLBACK}
 * @param eventType what happened in the organisation; empty unless it is an {@code EVENT}
 * @param data  what the frame's data string holds; empty object when it is none
 * @param plain the data string itself
 */
record DingtalkFrame(String type, String topic, String messageId, String eventType, JsonNode data, String plain) {

    static final String MESSAGES = "/v1.0/im/bot/messages/get";
    static final String CARDS = "/v1.0/card/instances/callback";

    /** Empty when the text is no frame. */
    static Optional<DingtalkFrame> read(String text) {
        return BoundedJson.object(text)
                .filter(json -> json.path("headers").isObject())
                .map(json -> {
                    String plain = json.path("data").asText();
                    return new DingtalkFrame(
                            json.path("type").asText(),
                            json.path("headers").path("topic").asText(),
                            json.path("headers").path("messageId").asText(),
                            json.path("headers").path("eventType").asText(),
                            BoundedJson.object(plain).orElseGet(BoundedJson::object),
                            plain);
                });
    }

    /** What is sent back: the code and data of how it went. */
    String answer(int code, String message, String dataString) {
        ObjectNode json =
                BoundedJson.object().put("code", code).put("message", message).put("data", dataString);
        json.putObject("headers").put("messageId", messageId).put("contentType", "application/json");
        return json.toString();
    }
}
