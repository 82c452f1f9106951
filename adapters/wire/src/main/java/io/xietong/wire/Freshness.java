package io.xietong.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The two checks every signature needs besides its own: that it is of now, and that comparing it leaks nothing. */
public final class Freshness {

    /** How far a time stamp may be off (design.md section 4). */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Freshness() {}

    /** Whether a time stamp in seconds is of now; text that is no number is not. */
    public static boolean ofSeconds(String seconds, Clock clock) {
        return seconds.matches("\\d{1,12}") && fresh(Instant.ofEpochSecond(Long.parseLong(seconds)), clock);
    }

    /** The same in milliseconds. */
    public static boolean ofMillis(String millis, Clock clock) {
        return millis.matches("\\d{1,15}") && fresh(Instant.ofEpochMilli(Long.parseLong(millis)), clock);
    }

    private static boolean fresh(Instant at, Clock clock) {
        return Duration.between(at, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    }

    /** Compares in constant time. */
    public static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
