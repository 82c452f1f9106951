package io.xietong.app.desk;

import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The gate of one platform. It lets only so many calls through at once, so that a platform that hangs cannot take all
 * carriers, and it closes for a while when several calls in a row failed; then one call at a time tries whether the platform
 * is back. What is not let through costs no attempt. Thread-safe.
 */
final class Gate {

    private static final int FAILURES = 5;
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final int most;
    private final CourierPolicy policy;
    private final Clock clock;
    private int underway;
    private int failures;
    private Instant closedUntil = Instant.MIN;

    Gate(int most, CourierPolicy policy, Clock clock) {
        this.most = most;
        this.policy = policy;
        this.clock = clock;
    }

    /** Makes a call, or says how long to wait with it. A call that throws counts as one to be tried again. */
    Passage through(Supplier<Receipt> call) {
        Optional<Duration> wait = enter();
        if (wait.isPresent()) return Passage.later(wait.get());
        Receipt receipt;
        try {
            receipt = call.get();
        } catch (RuntimeException e) {
            leave(false);
            throw e;
        }
        return new Passage(Optional.of(receipt), leave(answered(receipt)));
    }

    /**
     * How it went.
     *
     * @param receipt empty when the call was not made
     * @param hold    how long to wait with the next call
     */
    record Passage(Optional<Receipt> receipt, Duration hold) {

        static Passage later(Duration wait) {
            return new Passage(Optional.empty(), wait);
        }
    }

    private synchronized Optional<Duration> enter() {
        Instant now = clock.instant();
        if (now.isBefore(closedUntil)) return Optional.of(Duration.between(now, closedUntil));
        long end = System.nanoTime() + PATIENCE;
        while (underway >= (failures < FAILURES ? most : 1)) {
            long left = end - System.nanoTime();
            if (left <= 0) return Optional.of(BUSY);
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of(BUSY);
            }
        }
        underway++;
        return Optional.empty();
    }

    /** A platform that asks to wait, or refuses one message for good, is well. */
    private static boolean answered(Receipt receipt) {
        if (!(receipt instanceof NotSent fault)) return true;
        return switch (fault.kind()) {
            case NEVER, CARD_EXPIRED -> true;
            case TRY_AGAIN -> fault.retryAfter().isPresent();
            case NEEDS_ADMIN -> false;
        };
    }

    private synchronized Duration leave(boolean answered) {
        underway--;
        failures = answered ? 0 : failures + 1;
        notifyAll();
        if (failures < FAILURES) return Duration.ZERO;
        Duration closed = backoff(policy, failures - FAILURES);
        closedUntil = clock.instant().plus(closed);
        return closed;
    }

    /** Doubled with each attempt, and spread over the second half, so that what failed together does not come back together. */
    static Duration backoff(CourierPolicy policy, int attempts) {
        long doubled = policy.firstRetry().toMillis() << Math.min(attempts, 20);
        long wait = Math.min(policy.longestRetry().toMillis(), doubled);
        return Duration.ofMillis(wait / 2 + ThreadLocalRandom.current().nextLong(wait / 2 + 1));
    }
}
