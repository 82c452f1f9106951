package io.xietong.dingtalk;

import io.xietong.core.chat.ChatPlatform.NotSent;
import java.time.Duration;
import java.util.Optional;

/** A call to DingTalk that did not succeed. The message names DingTalk's code and request id, never a secret. */
final class DingtalkFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final NotSent.Kind kind;
    private final transient Optional<Duration> retryAfter;

    /** @param code DingTalk's own; empty when there was no answer that has one */
    DingtalkFault(String code, NotSent.Kind kind, String reason, Optional<Duration> retryAfter) {
        super(reason, null, false, false);
        this.code = code;
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    static DingtalkFault tryAgain(String reason) {
        return new DingtalkFault("", NotSent.Kind.TRY_AGAIN, reason, Optional.empty());
    }

    /** Something that was taken, and yet not done. @param why a code of DingTalk's, or a sentence */
    static DingtalkFault inside(String why) {
        String code = why.isBlank() ? "not delivered" : why.replaceAll("\\s+", " ");
        return new DingtalkFault(
                code, DingtalkCodes.kind(code, 200), "not delivered: " + code, DingtalkCodes.pause(code));
    }

    /** Whether it is not known what became of the call. */
    boolean unknown() {
        return code.isEmpty() && kind == NotSent.Kind.TRY_AGAIN;
    }

    String code() {
        return code;
    }

    NotSent.Kind kind() {
        return kind;
    }

    NotSent receipt() {
        return new NotSent(kind, getMessage(), retryAfter);
    }
}
