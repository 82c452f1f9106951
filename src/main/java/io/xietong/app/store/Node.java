package io.xietong.app.store;

import java.time.Duration;
import java.time.Instant;

/**
 * A running program, as all who share the database see it.
 *
 * @param address where it listens, as on its machine
 * @param started by the database's clock, as is seen
 * @param skew    by how much the database's clock is ahead of its machine's
 * @param sweeps  whether it rings clocks
 */
public record Node(
        String id,
        String host,
        String address,
        String version,
        Instant started,
        Instant seen,
        Duration skew,
        boolean sweeps) {

    private static final Duration SILENCE = Duration.ofSeconds(30);

    /** @param now by the database's clock */
    public boolean isSilent(Instant now) {
        return seen.plus(SILENCE).isBefore(now);
    }
}
