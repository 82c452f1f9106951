package io.xietong.app.crash;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A place at which the process dies, as if killed, when {@code -Dxietong.crash=NAME:N} names it and it is reached the N-th
 * time; N is 1 unless given. Without the property it does nothing. Thread-safe.
 */
public final class CrashPoint {

    private static final String[] WANTED =
            System.getProperty("xietong.crash", "").split(":");
    private static final AtomicInteger LEFT = new AtomicInteger(WANTED.length > 1 ? Integer.parseInt(WANTED[1]) : 1);

    private CrashPoint() {}

    /** The process has come to this place. */
    public static void hit(String name) {
        if (WANTED[0].equals(name) && LEFT.decrementAndGet() == 0)
            Runtime.getRuntime().halt(137);
    }
}
