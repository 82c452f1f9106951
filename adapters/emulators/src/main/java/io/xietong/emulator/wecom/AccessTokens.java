package io.xietong.emulator.wecom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives out the application's token: the same one while it lives. Thread-safe. */
final class AccessTokens {

    private static final Duration LIFE = Duration.ofHours(2);
    private static final int EXPIRED = 42001;
    private static final int INVALID = 40014;

    private final WecomCorp corp;
    private final Clock clock;
    private final AtomicInteger given = new AtomicInteger();
    private String token = "";
    private Instant end = Instant.MIN;

    AccessTokens(WecomCorp corp, Clock clock) {
        this.corp = corp;
        this.clock = clock;
    }

    synchronized ObjectNode give(String corpId, String secret) {
        if (!corp.corpId().equals(corpId)) return Answer.fault(40013);
        if (!corp.appSecret().equals(secret)) return Answer.fault(40001);
        if (!end.isAfter(clock.instant())) {
            token = "emulated-" + given.incrementAndGet();
            end = clock.instant().plus(LIFE);
        }
        return Answer.ok()
                .put("access_token", token)
                .put("expires_in", Duration.between(clock.instant(), end).toSeconds());
    }

    /** 0 for a token that is taken, else the code of the fault. */
    synchronized int fault(String offered) {
        if (token.isEmpty() || !token.equals(offered)) return INVALID;
        return end.isAfter(clock.instant()) ? 0 : EXPIRED;
    }

    /** The token given so far is not taken any more. */
    synchronized void revoke() {
        end = Instant.MIN;
    }

    /** How many different tokens were given. */
    int count() {
        return given.get();
    }
}
