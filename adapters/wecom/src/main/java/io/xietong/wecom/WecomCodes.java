package io.xietong.wecom;

import io.xietong.core.chat.ChatPlatform.NotSent.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What WeCom's error codes ask for (wecom.md 2.4 and 4). */
final class WecomCodes {

    /** Not a member, or outside what the application may see. */
    static final int NOBODY = 81013;
    /** The bot is not subscribed on this connection. */
    static final int NOT_SUBSCRIBED = 846609;
    /** A group of this id is there already. */
    static final int GROUP_EXISTS = 86003;

    private static final int TOO_OFTEN = 45009;
    private static final int AT_ONCE = 45033;
    private static final int BUSY = -1;
    private static final int SPAM = 40201;

    /** The token is refused: a new one, and once more. */
    private static final Set<Integer> TOKEN = Set.of(40014, 42001, 40001, 41001);

    private static final Set<Integer> LATER = Set.of(BUSY, TOO_OFTEN, AT_ONCE, NOT_SUBSCRIBED, SPAM);

    /** Nothing goes out before an administrator acts: credentials, permissions, trusted addresses and domains. */
    private static final Set<Integer> ADMINISTRATOR =
            Set.of(40013, 40056, 48002, 50001, 60011, 60020, 301002, 40091, 41001, 40001, 40014, 42001);

    private WecomCodes() {}

    static boolean tokenRefused(int code) {
        return TOKEN.contains(code);
    }

    /** A code that is not in the tables is given up. */
    static Kind kind(int code) {
        if (LATER.contains(code)) return Kind.TRY_AGAIN;
        return ADMINISTRATOR.contains(code) ? Kind.NEEDS_ADMIN : Kind.NEVER;
    }

    /** How long to wait, since WeCom never says. */
    static Optional<Duration> pause(int code) {
        return switch (code) {
            case TOO_OFTEN, SPAM -> Optional.of(Duration.ofMinutes(1));
            case AT_ONCE, NOT_SUBSCRIBED -> Optional.of(Duration.ofSeconds(2));
            case BUSY -> Optional.of(Duration.ofSeconds(1));
            default -> Optional.empty();
        };
    }
}
