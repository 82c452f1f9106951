package io.xietong.app.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A place at which the process dies, as if killed, when {@code -Dxietong.crash=NAME:N} names it and it is reached the N-th
 * time; N is 1 unless given. With {@code NAME:N:memory} it runs out of memory there, with {@code NAME:N:hang} it never returns.
 * Without the property it does nothing. Thread-safe.
 */
public final class CrashPoint {

    private static final String[] WANTED =
            System.getProperty("xietong.crash", "").split(":");
    private static final AtomicInteger LEFT = new AtomicInteger(WANTED.length > 1 ? Integer.parseInt(WANTED[1]) : 1);
    private static final String WAY = WANTED.length > 2 ? WANTED[2] : "kill";
    private static final int CHUNK = 1 << 20;

    private CrashPoint() {}

    /** The process has come to this place. */
    public static void hit(String name) {
        if (!WANTED[0].equals(name) || LEFT.decrementAndGet() != 0) return;
        switch (WAY) {
            case "memory" -> useUpMemory();
            case "hang" -> hang();
            default -> Runtime.getRuntime().halt(137);
        }
    }

    private static void useUpMemory() {
        List<byte[]> held = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) held.add(new byte[CHUNK]);
        throw new IllegalStateException("interrupted with " + held.size() + " MiB");
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
