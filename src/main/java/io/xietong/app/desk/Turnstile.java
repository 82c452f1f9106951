package io.xietong.app.desk;

import io.xietong.core.chat.ChatPlatform.Rate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets through at most so many in any stretch of time, and tells the others when to come again. Who has to wait stands in a line,
 * so that those who wait come back one after the other and not all at once, and whoever comes a moment late keeps their place. It
 * counts what really passed, never what was promised. Times are milliseconds since the epoch. Not thread-safe.
 */
final class Turnstile {

    /** Stretches are taken a little longer than they are, since messages do not travel equally fast. */
    private static final int MARGIN_PERCENT = 3;

    /** Whoever does not come back within this after their time has lost their place: another node has the message. */
    private static final long GRACE = 1_000;

    private record Limit(int count, long millis) {}

    private final List<Limit> limits;
    private final List<Long> passed = new ArrayList<>();

    /** Who was told to come again, and when, in the order in which they came first. */
    private final Map<Long, Long> line = new LinkedHashMap<>();

    private long closedUntil = Long.MIN_VALUE;

    Turnstile(List<Rate> rates) {
        this.limits = rates.stream()
                .map(rate -> new Limit(rate.count(), rate.per().toMillis() * (100 + MARGIN_PERCENT) / 100))
                .toList();
    }

    /**
     * How long this one still has to wait; 0 when it may pass now.
     *
     * @param first whether it goes before those in the line
     */
    long wait(long who, boolean first, long now) {
        forget(now);
        if (opens(0, now) <= now) return 0;
        if (first) return opens(0, now) - now;
        long until = Math.max(now + 1, opens(before(who), now));
        line.put(who, until);
        return until - now;
    }

    void pass(long who, long now) {
        line.remove(who);
        passed.add(now);
    }

    /** Nobody passes before then. */
    void closeUntil(long then) {
        closedUntil = Math.max(closedUntil, then);
    }

    boolean isIdle(long now) {
        forget(now);
        return passed.isEmpty() && line.isEmpty() && closedUntil <= now;
    }

    private int before(long who) {
        if (!line.containsKey(who)) return line.size();
        int before = 0;
        for (long other : line.keySet()) {
            if (other == who) break;
            before++;
        }
        return before;
    }

    /** When one may pass with so many before it. */
    private long opens(int before, long now) {
        long opens = closedUntil;
        for (Limit limit : limits) {
            int leaving = passed.size() - limit.count() + before % limit.count();
            long rounds = before / limit.count() * limit.millis();
            if (leaving >= 0) opens = Math.max(opens, passed.get(leaving) + limit.millis() + rounds);
            else if (rounds > 0) opens = Math.max(opens, now + rounds);
        }
        return opens;
    }

    private void forget(long now) {
        long longest = limits.stream().mapToLong(Limit::millis).max().orElse(0);
        int gone = 0;
        while (gone < passed.size() && passed.get(gone) + longest <= now) gone++;
        passed.subList(0, gone).clear();
        line.values().removeIf(until -> until + GRACE < now);
    }
}
