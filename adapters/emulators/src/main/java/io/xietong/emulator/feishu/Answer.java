package io.xietong.emulator.feishu;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What a call is answered with. Feishu's faults mostly come as HTTP 400 with a code. */
record Answer(int status, ObjectNode json, Map<String, String> headers) {

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static Answer ok() {
        return ok(object());
    }

    static Answer ok(ObjectNode data) {
        ObjectNode json = object().put("code", 0).put("msg", "success");
        json.set("data", data);
        return whole(json);
    }

    /** An answer that does not follow the usual shape. */
    static Answer whole(ObjectNode json) {
        return new Answer(200, json, Map.of());
    }

    static Answer fault(int code, String message) {
        return fault(400, code, message);
    }

    static Answer fault(int status, int code, String message) {
        ObjectNode json = object().put("code", code).put("msg", message);
        json.putObject("error").put("log_id", "emulated");
        return new Answer(status, json, Map.of("X-Tt-Logid", "emulated"));
    }

    Answer with(Map<String, String> more) {
        return new Answer(status, json, more);
    }
}
