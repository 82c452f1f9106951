package io.xietong.emulator.dingtalk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The standard edition's limits on calls: 20 a second of each API, and so many a month. Neither is kept until asked for. */
final class CallLimits {

    private static final int A_SECOND = 20;

    private final Clock clock;
    private final Map<String, Deque<Instant>> calls = new HashMap<>();
    private boolean speed;
    private int left = Integer.MAX_VALUE;

    CallLimits(Clock clock) {
        this.clock = clock;
    }

    synchronized void speed(boolean wanted) {
        speed = wanted;
    }

    synchronized void quota(int calls) {
        left = calls;
    }

    /** The fault of one more call of this API; empty when it may pass. Refused calls are not counted. */
    synchronized Optional<Answer> refusal(String api) {
        if (left <= 0) return Optional.of(Answer.fault(403, "Forbidden.AccessDenied.ApiCountLimitForOrg"));
        Deque<Instant> recent = calls.computeIfAbsent(api, name -> new ArrayDeque<>());
        Instant now = clock.instant();
        while (!recent.isEmpty() && !recent.peekFirst().isAfter(now.minus(Duration.ofSeconds(1)))) recent.removeFirst();
        if (speed && recent.size() >= A_SECOND)
            return Optional.of(Answer.fault(403, "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi"));
        recent.addLast(now);
        left--;
        return Optional.empty();
    }
}
