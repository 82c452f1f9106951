package io.xietong.feishu;

import io.xietong.core.chat.ChatPlatform.NotSent.Kind;
import java.util.Set;

/** What Feishu's error codes ask for (platforms/feishu.md section 4). */
final class FeishuCodes {

    static final int OK = 0;

    /** The token is refused: a new one, and once more. */
    private static final Set<Integer> TOKEN = Set.of(99991661, 99991663, 99991664, 99991665, 99991671);

    /** Nothing goes out before an administrator acts. */
    private static final Set<Integer> ADMINISTRATOR =
            Set.of(10003, 10014, 10015, 99991401, 99991403, 99991640, 99991662, 99991672, 99991679, 230006, 190007);

    /** Somebody who is asked to an event has left the company, or never was in it. */
    static final int NOBODY = 195100;

    /** The event is not there, or not any more. */
    private static final Set<Integer> GONE = Set.of(193001, 193003);

    /** The old message is past updating: 14 days old, recalled, deleted. */
    private static final Set<Integer> EXPIRED = Set.of(230031, 230011, 230110);

    /** Will never succeed, for this chat, person or content. */
    private static final Set<Integer> PERMANENT = Set.of(
            230001, 230002, 230013, 230018, 230022, 230025, 230027, 230028, 230029, 230034, 230035, 230053, 230099,
            232009, 99992402);

    /** A limit on speed, or trouble inside; sometimes with a status that looks like a refusal. */
    private static final Set<Integer> LATER =
            Set.of(99991400, 230020, 11232, 230049, 1500, 5000, 55001, 232019, 190003, 190004, 190005, 190010);

    private FeishuCodes() {}

    static boolean tokenRefused(int code) {
        return TOKEN.contains(code);
    }

    /** A code that is not in the tables is tried again when the server had trouble, and given up otherwise. */
    static Kind kind(int code, int status) {
        if (ADMINISTRATOR.contains(code) || TOKEN.contains(code)) return Kind.NEEDS_ADMIN;
        if (EXPIRED.contains(code) || GONE.contains(code)) return Kind.CARD_EXPIRED;
        if (PERMANENT.contains(code)) return Kind.NEVER;
        if (LATER.contains(code) || status == 429 || status >= 500) return Kind.TRY_AGAIN;
        return status >= 400 ? Kind.NEVER : Kind.TRY_AGAIN;
    }
}
