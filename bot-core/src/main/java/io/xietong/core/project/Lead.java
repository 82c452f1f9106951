package io.xietong.core.project;

import java.time.Instant;
import java.util.Optional;

/**
 * 牵头人: who answers for the project.
 *
 * @param person     person id
 * @param share      percent of their working time given to it, when they said so
 * @param acceptedAt when they accepted the duty; empty before
 */
public record Lead(String person, Optional<Integer> share, Optional<Instant> acceptedAt) {

    /** Named, and not asked yet. */
    public static Lead named(String person) {
        return new Lead(person, Optional.empty(), Optional.empty());
    }

    boolean hasAccepted() {
        return acceptedAt.isPresent();
    }
}
