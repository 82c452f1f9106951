package io.xietong.emulator.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Gives out the app's tokens: the same one while it has half an hour left, then a new one beside it. Thread-safe. */
final class AccessTokens {

    private static final Duration LIFE = Duration.ofHours(2);
    private static final Duration RENEWED = Duration.ofMinutes(30);

    private final FeishuApp app;
    private final Clock clock;
    private final Map<String, Instant> ends = new HashMap<>();
    private String newest = "";
    private int given;

    AccessTokens(FeishuApp app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    /** Feishu's code for a wrong secret is not confirmed; 10014 is in its list. */
    synchronized Answer give(JsonNode body) {
        boolean known = app.id().equals(body.path("app_id").asText())
                && app.secret().equals(body.path("app_secret").asText());
        if (!known) return Answer.whole(Answer.object().put("code", 10014).put("msg", "app secret invalid"));
        Instant now = clock.instant();
        Instant end = ends.get(newest);
        if (end == null || end.isBefore(now.plus(RENEWED))) {
            newest = "t-emulated-" + ++given;
            end = now.plus(LIFE);
            ends.put(newest, end);
        }
        return Answer.whole(Answer.object()
                .put("code", 0)
                .put("msg", "ok")
                .put("tenant_access_token", newest)
                .put("expire", Duration.between(now, end).toSeconds()));
    }

    /** The fault of a call with this header; empty when it may pass. */
    synchronized Optional<Answer> refusal(String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer "))
            return Optional.of(Answer.fault(99991661, "Missing access token for authorization"));
        Instant end = ends.get(authorization.substring("Bearer ".length()));
        return end == null || !end.isAfter(clock.instant())
                ? Optional.of(Answer.fault(99991663, "Invalid access token for authorization"))
                : Optional.empty();
    }

    /** No token given so far is valid any more. */
    synchronized void revoke() {
        ends.clear();
    }
}
