package io.xietong.emulator.feishu;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** 5 messages a second to one chat, 50 a second and 1000 a minute in all. Off until switched on. Thread-safe. */
final class SendLimits {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String ALL = "";

    private final Clock clock;
    private final Map<String, Deque<Instant>> sent = new HashMap<>();
    private boolean on;

    SendLimits(Clock clock) {
        this.clock = clock;
    }

    synchronized void on(boolean wanted) {
        on = wanted;
    }

    /** The fault when it is too fast; otherwise it counts. */
    synchronized Optional<Answer> refusal(String chat) {
        if (!on) return Optional.empty();
        if (count(ALL, SECOND) >= 50 || count(ALL, Duration.ofMinutes(1)) >= 1000)
            return Optional.of(Answer.fault(429, 99991400, "request trigger frequency limit")
                    .with(Map.of("x-ogw-ratelimit-limit", "50", "x-ogw-ratelimit-reset", "1")));
        if (count(chat, SECOND) >= 5)
            return Optional.of(Answer.fault(230020, "This operation triggers the frequency limit."));
        sent.get(ALL).add(clock.instant());
        sent.get(chat).add(clock.instant());
        return Optional.empty();
    }

    private long count(String what, Duration within) {
        Instant since = clock.instant().minus(within);
        Deque<Instant> times = sent.computeIfAbsent(what, key -> new ArrayDeque<>());
        while (times.size() > 1000) times.remove();
        return times.stream().filter(time -> time.isAfter(since)).count();
    }
}
