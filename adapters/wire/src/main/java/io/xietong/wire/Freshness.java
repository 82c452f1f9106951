package io.xietong.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/** The two checks every signature needs besides its own: that it is of now, and that comparing it leaks nothing. */
public final class Freshness {

    private Freshness() {}

    /** Whether the time stamp of a well-signed call is of now, in seconds; text that is no number is not. */
    public static boolean ofSeconds(String seconds, PlatformClock clock) {
        return seconds.matches("\\d{1,12}") && clock.accepts(Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    /** The same in milliseconds. */
    public static boolean ofMillis(String millis, PlatformClock clock) {
        return millis.matches("\\d{1,15}") && clock.accepts(Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    /** Compares in constant time. */
    public static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
