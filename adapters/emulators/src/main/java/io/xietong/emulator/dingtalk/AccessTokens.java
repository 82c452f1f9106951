package io.xietong.emulator.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives out the application's token: the same one, made longer, while it lives. Thread-safe. */
final class AccessTokens {

    private static final Duration LIFE = Duration.ofHours(2);

    private final DingtalkApp app;
    private final Clock clock;
    private final AtomicInteger given = new AtomicInteger();
    private String token = "";
    private Instant end = Instant.MIN;

    AccessTokens(DingtalkApp app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    synchronized Answer give(JsonNode body) {
        boolean known = app.clientId().equals(body.path("appKey").asText())
                && app.clientSecret().equals(body.path("appSecret").asText());
        if (!known) return Answer.fault(400, "invalidClientIdOrSecret");
        if (!end.isAfter(clock.instant())) token = "emulated-" + given.incrementAndGet();
        end = clock.instant().plus(LIFE);
        return Answer.ok(Answer.object().put("accessToken", token).put("expireIn", LIFE.toSeconds()));
    }

    synchronized boolean valid(String offered) {
        return token.equals(offered) && !token.isEmpty() && end.isAfter(clock.instant());
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
