package io.xietong.emulator.dingtalk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a call is answered with: the new API tells faults by HTTP status and a word, the old one by a number inside a 200. */
record Answer(int status, ObjectNode json) {

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static Answer ok(ObjectNode json) {
        return new Answer(200, json);
    }

    static Answer fault(int status, String code) {
        return new Answer(
                status, object().put("code", code).put("message", code).put("requestid", "emulated"));
    }

    static Answer old(ObjectNode result) {
        ObjectNode json = object().put("errcode", 0).put("errmsg", "ok").put("request_id", "emulated");
        json.set("result", result);
        return ok(json);
    }

    static Answer oldFault(int errcode) {
        return ok(object().put("errcode", errcode)
                .put("errmsg", "fault " + errcode)
                .put("request_id", "emulated"));
    }

    /** For the ledger. */
    String code() {
        return json.hasNonNull("errcode")
                ? json.path("errcode").asText()
                : json.path("code").asText("ok");
    }
}
