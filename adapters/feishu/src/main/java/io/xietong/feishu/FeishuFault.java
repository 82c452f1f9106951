package io.xietong.feishu;

import io.xietong.core.chat.ChatPlatform.NotSent;
import java.time.Duration;
import java.util.Optional;

/** A call to Feishu that did not succeed. The message names codes and log ids, never a secret. */
final class FeishuFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;
    private final NotSent.Kind kind;
    private final transient Optional<Duration> retryAfter;

    /** @param code Feishu's own; 0 when there was no answer that has one */
    FeishuFault(int code, NotSent.Kind kind, String reason, Optional<Duration> retryAfter) {
        super(reason, null, false, false);
        this.code = code;
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    static FeishuFault tryAgain(String reason) {
        return new FeishuFault(0, NotSent.Kind.TRY_AGAIN, reason, Optional.empty());
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
