package io.xietong.app.web;

import io.xietong.core.text.Message;

/** A request that cannot be answered, with the sentence that says so and what to do. */
final class ApiFault extends RuntimeException {

    private final int status;
    private final transient Message why;

    private ApiFault(int status, Message why) {
        super(why.key(), null, false, false);
        this.status = status;
        this.why = why;
    }

    static ApiFault bad(String key, Object... args) {
        return new ApiFault(400, Message.of("sandbox.fault." + key, args));
    }

    static ApiFault missing(String key, Object... args) {
        return new ApiFault(404, Message.of("sandbox.fault." + key, args));
    }

    static ApiFault foreign(String key) {
        return new ApiFault(401, Message.of("sandbox.fault." + key));
    }

    int status() {
        return status;
    }

    Message why() {
        return why;
    }
}
