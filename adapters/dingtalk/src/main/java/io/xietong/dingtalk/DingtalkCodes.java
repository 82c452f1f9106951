package io.xietong.dingtalk;

import io.xietong.core.chat.ChatPlatform.NotSent.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What DingTalk's error codes ask for (platforms/dingtalk.md 3.7): words on the new API, numbers on the old one. */
final class DingtalkCodes {

    /** Whatever DingTalk called it. */
    static final String TOKEN_REFUSED = "InvalidAuthentication";

    /** The token is refused: a new one, and once more. */
    private static final Set<String> TOKEN = Set.of(TOKEN_REFUSED, "40014", "42001", "40001", "invalidAccessToken");

    /** A limit on speed, or trouble inside. Found anywhere in the code. */
    private static final List<String> LATER = List.of(
            "QpsLimit",
            "QpmLimit",
            "too.fast",
            "too.many",
            "toomuch",
            "system.busy",
            "system.error",
            "ServiceUnavailable");

    private static final Set<String> LATER_NUMBERS = Set.of("90018", "90002", "15", "-1");

    /** Nothing goes out before an administrator acts: credentials, permissions, quotas, trusted addresses. */
    private static final List<String> ADMINISTRATOR = List.of(
            "ApiCountLimitForOrg",
            "PermissionDenied",
            "invalidClientIdOrSecret",
            "serverquota",
            "Forbidden.AccessDenied.Ip");

    private static final Set<String> ADMINISTRATOR_NUMBERS = Set.of("90020", "60011", "60020", "50004");

    /** Faults of the card that no simpler message would mend: its place, its reader, its words, or that it is there already. */
    private static final List<String> NOT_THE_CARDS = List.of(
            "param.cardAlreadyExist",
            "param.cardNotExist",
            "param.openSpaceId",
            "param.userIdNotExist",
            "param.contentUnsafe");

    /** The card, or the event, is not there any more. */
    private static final Set<String> GONE = Set.of("param.cardNotExist", "instanceNotExist");

    private DingtalkCodes() {}

    static boolean tokenRefused(String code, int status) {
        return TOKEN.contains(code) || status == 401;
    }

    /** Whether cards are refused as such, so that something simpler may be sent. */
    static boolean cardRefused(String code) {
        return code.endsWith("AccessTokenPermissionDenied")
                || code.startsWith("param.") && NOT_THE_CARDS.stream().noneMatch(code::startsWith);
    }

    /** A code that is not in the tables is tried again when the server had trouble, and given up otherwise. */
    static Kind kind(String code, int status) {
        if (GONE.contains(code)) return Kind.CARD_EXPIRED;
        if (ADMINISTRATOR_NUMBERS.contains(code) || within(ADMINISTRATOR, code)) return Kind.NEEDS_ADMIN;
        if (tokenRefused(code, status)) return Kind.NEEDS_ADMIN;
        if (LATER_NUMBERS.contains(code) || within(LATER, code) || status == 429 || status >= 500)
            return Kind.TRY_AGAIN;
        return Kind.NEVER;
    }

    /** How long to wait when DingTalk does not say: a second for a limit of ours, longer for one of theirs. */
    static Optional<Duration> pause(String code) {
        if (code.endsWith("QpsLimitForApi") || code.equals("90002")) return Optional.of(Duration.ofSeconds(4));
        if (code.contains("QpmLimit")) return Optional.of(Duration.ofMinutes(1));
        return kind(code, 200) == Kind.TRY_AGAIN ? Optional.of(Duration.ofSeconds(1)) : Optional.empty();
    }

    private static boolean within(List<String> some, String code) {
        return some.stream().anyMatch(code::contains);
    }
}
