package io.xietong.core.dispute;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * 和解条款: what one side proposed.
 *
 * @param agreed departments that agreed; the proposer's is among them from the start
 */
public record Terms(String text, String proposedBy, Instant at, Set<String> agreed) {

    public Terms {
        agreed = Set.copyOf(agreed);
    }

    Terms agreedBy(String department) {
        Set<String> more = new HashSet<>(agreed);
        more.add(department);
        return new Terms(text, proposedBy, at, more);
    }
}
