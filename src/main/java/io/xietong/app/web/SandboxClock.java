package io.xietong.app.web;

import java.time.Instant;
import java.util.List;

/** The time that the whole bot goes by while it is tried out. Thread-safe. */
public interface SandboxClock {

    /**
     * Something that will happen by itself.
     *
     * @param what such as 「XQ-3 催办(75%)」
     */
    record Coming(Instant at, String what) {}

    Instant now();

    /** Whether people are at work then, by the company's calendar. */
    boolean isWorkingTime(Instant at);

    /** When work begins on the next working day after that of the instant. */
    Instant nextOpening(Instant after);

    /** What will happen next, the soonest first. */
    List<Coming> coming(int most);

    /** Moves on through everything that falls due on the way, in order; returns when all of it is done. Never back. */
    void moveTo(Instant then);
}
