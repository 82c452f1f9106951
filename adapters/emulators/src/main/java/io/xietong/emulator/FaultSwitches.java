package io.xietong.emulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Faults that a test or a visitor switches on for the next calls to a path. Thread-safe. */
public final class FaultSwitches {

    /** What goes wrong. */
    public enum Kind {
        /** Answers with {@link Fault#status()} and {@link Fault#body()}. */
        ANSWER,
        /** Does its work, but answers only after {@link Fault#delay()}. */
        LATE,
        /** Does its work and cuts the connection instead of answering. */
        DROP_AFTER,
        /** Cuts the connection before doing anything. */
        DROP_BEFORE,
        /** Announces a longer body than it sends. */
        TRUNCATED,
        /** Sends its answer one byte at a time, {@link Fault#delay()} apart. */
        DRIP
    }

    /** @param body what is answered for {@link Kind#ANSWER}; HTML and garbage included */
    public record Fault(Kind kind, int status, String body, Duration delay) {

        public static Fault answer(int status, String body) {
            return new Fault(Kind.ANSWER, status, body, Duration.ZERO);
        }

        public static Fault late(Duration delay) {
            return new Fault(Kind.LATE, 200, "", delay);
        }

        public static Fault of(Kind kind) {
            return new Fault(kind, 200, "", Duration.ofMillis(200));
        }
    }

    private static final class Armed {
        private final String path;
        private final Fault fault;
        private int left;

        private Armed(String path, Fault fault, int left) {
            this.path = path;
            this.fault = fault;
            this.left = left;
        }
    }

    private final List<Armed> armed = new ArrayList<>();

    /** The next calls whose path begins so go wrong. */
    public synchronized void arm(String path, Fault fault, int times) {
        armed.add(new Armed(path, fault, times));
    }

    public synchronized void clear() {
        armed.clear();
    }

    synchronized Optional<Fault> take(String path) {
        for (Armed one : armed) {
            if (one.left > 0 && path.startsWith(one.path)) {
                one.left--;
                return Optional.of(one.fault);
            }
        }
        return Optional.empty();
    }
}
