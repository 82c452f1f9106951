package io.xietong.app.store;

import io.xietong.app.store.RecentRequests.Same;
import io.xietong.core.request.Similar;
import java.util.List;

/** What one department was asked for most recently. Not thread-safe. */
final class NewestNeeds {

    private static final int KEPT = 200;

    private final Asked[] asked = new Asked[KEPT];
    private final Similar.Sieve sieve = new Similar.Sieve(KEPT);
    private long added;

    private record Asked(Same request, String need, Similar.Earlier comparable) {}

    /** In place of the oldest, when there are too many. */
    void add(Same request, String need) {
        int place = (int) (added++ % KEPT);
        Similar.Likeness likeness = Similar.likeness(need);
        asked[place] = new Asked(request, need, new Similar.Earlier(request.serial(), likeness));
        sieve.put(place, likeness);
    }

    RecentRequests beside(String need) {
        Similar.Likeness likeness = Similar.likeness(need);
        List<Asked> maybe = sieve.maybeAlike(likeness, (int) Math.min(added, KEPT))
                .mapToObj(place -> asked[place])
                .toList();
        return new RecentRequests(
                Similar.to(likeness, maybe.stream().map(Asked::comparable)),
                maybe.stream()
                        .filter(other -> need.equals(other.need()))
                        .map(Asked::request)
                        .toList());
    }
}
