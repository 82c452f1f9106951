package io.xietong.app.store;

import io.xietong.app.store.RecentNeeds.Filed;
import io.xietong.app.store.RecentRequests.Asking;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.request.Similar;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What one department was asked for most recently. Not thread-safe. */
final class NewestNeeds {

    private static final int KEPT = 200;

    private final Asked[] asked = new Asked[KEPT];
    private final Similar.Sieve sieve = new Similar.Sieve(KEPT);
    private long added;

    private record Asked(Filed request, Similar.Earlier comparable) {}

    /** In place of the oldest, when there are too many. */
    void add(Filed request) {
        int place = (int) (added++ % KEPT);
        Similar.Likeness likeness = Similar.likeness(request.need());
        asked[place] = new Asked(request, new Similar.Earlier(request.serial(), likeness));
        sieve.put(place, likeness);
    }

    RecentRequests beside(Asking asking) {
        Similar.Likeness likeness = Similar.likeness(asking.need());
        List<Asked> maybe = sieve.maybeAlike(likeness, (int) Math.min(added, KEPT))
                .mapToObj(place -> asked[place])
                .toList();
        Optional<ItemNumber> repeated = maybe.stream()
                .map(Asked::request)
                .filter(other -> other.need().equals(asking.need())
                        && other.requester().equals(asking.requester())
                        && !other.at().isBefore(asking.since()))
                .map(Filed::serial)
                .max(Comparator.naturalOrder())
                .map(ItemNumber::request);
        return new RecentRequests(Similar.to(likeness, maybe.stream().map(Asked::comparable)), repeated);
    }
}
