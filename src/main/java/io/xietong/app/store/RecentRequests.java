package io.xietong.app.store;

import io.xietong.core.item.ItemNumber;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a need has in common with its department's newest requests at one moment. Immutable.
 *
 * @param alike serials of those that ask for much the same, the most alike first
 * @param same  those that ask for it in exactly these words
 */
public record RecentRequests(List<Long> alike, List<Same> same) {

    public RecentRequests {
        alike = List.copyOf(alike);
        same = List.copyOf(same);
    }

    /** A request in the same words. */
    public record Same(long serial, String requester, Instant filedAt) {}

    /** The newest that this person filed with exactly these words since an instant. */
    public Optional<ItemNumber> sameSince(String requester, Instant since) {
        return same.stream()
                .filter(other ->
                        other.requester().equals(requester) && !other.filedAt().isBefore(since))
                .map(Same::serial)
                .max(Comparator.naturalOrder())
                .map(ItemNumber::request);
    }
}
