package io.xietong.emulator.wecom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Codes for signing in: each good once, for five minutes. Thread-safe. */
final class Logins {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int BAD_CODE = 40029;

    private record Code(String account, Instant until) {}

    private final Clock clock;
    private final AtomicInteger given = new AtomicInteger();
    private final Map<String, Code> codes = new ConcurrentHashMap<>();

    Logins(Clock clock) {
        this.clock = clock;
    }

    String code(String account) {
        String code = "code-" + given.incrementAndGet();
        codes.put(code, new Code(account, clock.instant().plus(LIFE)));
        return code;
    }

    ObjectNode account(String code) {
        Code kept = codes.remove(code);
        if (kept == null || kept.until().isBefore(clock.instant())) return Answer.fault(BAD_CODE);
        return Answer.ok().put("userid", kept.account());
    }
}
