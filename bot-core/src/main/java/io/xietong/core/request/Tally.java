package io.xietong.core.request;

import java.time.Instant;
import java.util.Optional;

/**
 * What is counted because policy limits it.
 *
 * @param bounces     transfers to another department and declines so far
 * @param questions   questions back in the present round
 * @param reopens     how often it was reopened
 * @param nudges      nudges by hand on the day of the last one
 * @param lastNudged  empty before the first
 * @param escalated   the heads have been asked to settle it
 */
public record Tally(
        int bounces, int questions, int reopens, int nudges, Optional<Instant> lastNudged, boolean escalated) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, Optional.empty(), false);

    Tally bounced() {
        return new Tally(bounces + 1, questions, reopens, nudges, lastNudged, escalated);
    }

    Tally questioned() {
        return new Tally(bounces, questions + 1, reopens, nudges, lastNudged, escalated);
    }

    Tally reopened() {
        return new Tally(bounces, 0, reopens + 1, nudges, lastNudged, false);
    }

    Tally nudged(Instant at, int onThisDay) {
        return new Tally(bounces, questions, reopens, onThisDay, Optional.of(at), escalated);
    }

    Tally handedToHeads() {
        return new Tally(bounces, questions, reopens, nudges, lastNudged, true);
    }
}
