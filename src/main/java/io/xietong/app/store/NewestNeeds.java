package io.xietong.app.store;

import io.xietong.app.store.RecentRequests.Same;
import io.xietong.core.request.Similar;
import java.util.List;

/** What one department was asked for most recently. Not thread-safe. */
final class NewestNeeds {

    private static final int KEPT = 200;

    private final Earlier[] earlier = new Earlier[KEPT];
    private final Similar.Sieve sieve = new Similar.Sieve(KEPT);
    private long added;

    private record Earlier(Same request, String need, Similar.Earlier comparable) {}

    /** In place of the oldest, when there are too many. */
    void add(Same request, String need) {
        int place = (int) (added++ % KEPT);
        Similar.Likeness likeness = Similar.likeness(need);
        earlier[place] = new Earlier(request, need, new Similar.Earlier(request.serial(), likeness));
        sieve.put(place, likeness);
    }

    RecentRequests beside(String need) {
        Similar.Likeness likeness = Similar.likeness(need);
        List<Earlier> maybe = sieve.maybeAlike(likeness, (int) Math.min(added, KEPT))
                .mapToObj(place -> earlier[place])
                .toList();
        return new RecentRequests(
                Similar.to(likeness, maybe.stream().map(Earlier::comparable)),
                maybe.stream()
                        .filter(other -> need.equals(other.need()))
                        .map(Earlier::request)
                        .toList());
    }
}
