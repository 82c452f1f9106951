package io.xietong.app.store;

import io.xietong.core.item.ItemNumber;
import io.xietong.core.request.Similar;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A department's newest requests at one moment, to compare a need with. Immutable. */
public final class RecentRequests {

    private final Asked need;
    private final List<Earlier> earlier;

    RecentRequests(Asked need, List<Earlier> earlier) {
        this.need = need;
        this.earlier = earlier;
    }

    /** A need and what it is compared by. */
    record Asked(String text, Similar.Likeness likeness) {

        static Asked of(String text) {
            return new Asked(text, Similar.likeness(text));
        }
    }

    record Earlier(long serial, String requester, Asked need, Instant filedAt) {}

    /** Serials of those that ask for much the same. */
    public List<Long> alike() {
        return earlier.stream()
                .filter(other -> need.likeness().isAlike(other.need().likeness()))
                .map(Earlier::serial)
                .toList();
    }

    /** The newest that this person filed with exactly these words since an instant. */
    public Optional<ItemNumber> sameSince(String requester, Instant since) {
        return earlier.stream()
                .filter(other -> other.need().text().equals(need.text())
                        && other.requester().equals(requester)
                        && !other.filedAt().isBefore(since))
                .map(Earlier::serial)
                .max(Comparator.naturalOrder())
                .map(ItemNumber::request);
    }
}
