package io.xietong.wecom;

import io.xietong.core.chat.ChatPlatform.NotSent;
import java.time.Duration;
import java.util.Optional;

/** A call to WeCom that did not succeed. The message names WeCom's code and hint, never a secret. */
final class WecomFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;
    private final NotSent.Kind kind;
    private final transient Optional<Duration> retryAfter;

    /** @param code WeCom's own; 0 when there was no answer that has one */
    WecomFault(int code, NotSent.Kind kind, String reason, Optional<Duration> retryAfter) {
        super(reason, null, false, false);
        this.code = code;
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    static WecomFault tryAgain(String reason) {
        return new WecomFault(0, NotSent.Kind.TRY_AGAIN, reason, Optional.empty());
    }

    /** A code in an answer. */
    static WecomFault coded(int code, String reason) {
        return new WecomFault(code, WecomCodes.kind(code), reason, WecomCodes.pause(code));
    }

    int code() {
        return code;
    }

    NotSent.Kind kind() {
        return kind;
    }

    NotSent receipt() {
        return new NotSent(kind, getMessage(), retryAfter);
    }
}
