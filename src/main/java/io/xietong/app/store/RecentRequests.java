package io.xietong.app.store;

import io.xietong.core.item.ItemNumber;
import io.xietong.core.request.Similar;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A department's newest requests at one moment. Immutable. */
public final class RecentRequests {

    private final List<Earlier> newest;

    RecentRequests(List<Earlier> newest) {
        this.newest = newest;
    }

    record Earlier(long serial, String requester, String need, Instant filedAt, Similar.Likeness likeness) {}

    /** Serials of those that ask for much the same. */
    public List<Long> alikeTo(String need) {
        Similar.Likeness likeness = Similar.likeness(need);
        return newest.stream()
                .filter(earlier -> likeness.isAlike(earlier.likeness()))
                .map(Earlier::serial)
                .toList();
    }

    /** The newest that this person filed with exactly these words since an instant. */
    public Optional<ItemNumber> sameSince(String requester, String need, Instant since) {
        return newest.stream()
                .filter(earlier -> earlier.requester().equals(requester)
                        && !earlier.filedAt().isBefore(since)
                        && earlier.need().equals(need))
                .map(Earlier::serial)
                .max(Comparator.naturalOrder())
                .map(ItemNumber::request);
    }
}
