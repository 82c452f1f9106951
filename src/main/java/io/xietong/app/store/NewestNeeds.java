package io.xietong.app.store;

import io.xietong.app.store.RecentRequests.Same;
import io.xietong.core.request.Similar;
import java.util.ArrayList;
import java.util.List;

/** What one department was asked for most recently. Not thread-safe. */
final class NewestNeeds {

    private static final int KEPT = 200;

    private final Earlier[] earlier = new Earlier[KEPT];
    private final Similar.Sieve sieve = new Similar.Sieve(KEPT);
    private long added;

    private record Earlier(Same request, String need, Similar.Likeness likeness) {}

    /** In place of the oldest, when there are too many. */
    void add(Same request, String need) {
        int place = (int) (added++ % KEPT);
        earlier[place] = new Earlier(request, need, Similar.likeness(need));
        sieve.put(place, earlier[place].likeness());
    }

    RecentRequests beside(String need) {
        Similar.Likeness likeness = Similar.likeness(need);
        List<Long> alike = new ArrayList<>();
        List<Same> same = new ArrayList<>();
        sieve.maybeAlike(likeness, (int) Math.min(added, KEPT)).forEach(place -> {
            Earlier other = earlier[place];
            if (likeness.isAlike(other.likeness())) alike.add(other.request().serial());
            if (need.equals(other.need())) same.add(other.request());
        });
        return new RecentRequests(alike, same);
    }
}
