package io.xietong.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Codes for signing in: each good once, for five minutes. Thread-safe. */
public final class LoginCodes {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private record Code(String account, Instant until) {}

    private final Clock clock;
    private final AtomicInteger given = new AtomicInteger();
    private final Map<String, Code> codes = new ConcurrentHashMap<>();

    public LoginCodes(Clock clock) {
        this.clock = clock;
    }

    /** A code that stands for an account. */
    public String code(String account) {
        String code = "code-" + given.incrementAndGet();
        codes.put(code, new Code(account, clock.instant().plus(LIFE)));
        return code;
    }

    /** Whose code it is; it is good no more. */
    public Optional<String> account(String code) {
        return Optional.ofNullable(codes.remove(code))
                .filter(kept -> !kept.until().isBefore(clock.instant()))
                .map(Code::account);
    }
}
