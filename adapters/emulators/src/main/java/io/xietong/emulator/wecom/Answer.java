package io.xietong.emulator.wecom;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What calls are answered with: a fault is a number inside a 200. */
final class Answer {

    private Answer() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode ok() {
        return object().put("errcode", 0).put("errmsg", "ok");
    }

    static ObjectNode fault(int errcode) {
        return object().put("errcode", errcode)
                .put(
                        "errmsg",
                        "fault " + errcode + ", hint: [1700000000123456789], from ip: 127.0.0.1, more info at"
                                + " https://open.work.weixin.qq.com/devtool/query?e=" + errcode);
    }
}
