package io.xietong.app.desk;

import io.xietong.core.chat.ChatPlatform.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps to how fast one platform takes messages, to each target and in all: never more than its limits in any stretch of their
 * length, and close to that while there is enough to send. Each node keeps to its own part of the limits. Thread-safe.
 */
final class Pace {

    private static final int REMEMBERED = 10_000;

    private final List<Rate> perTarget;
    private final Turnstile all;
    private final Turnstile updates;
    private final Map<String, Turnstile> targets = new LinkedHashMap<>(64, 0.75f, true);

    /** @param nodes how many nodes send side by side */
    Pace(List<Rate> rates, int nodes) {
        this.perTarget = part(rates, Rate.Scope.TARGET, nodes);
        this.all = new Turnstile(part(rates, Rate.Scope.PLATFORM, nodes));
        this.updates = new Turnstile(part(rates, Rate.Scope.PLATFORM, nodes));
    }

    private static List<Rate> part(List<Rate> rates, Rate.Scope scope, int nodes) {
        return rates.stream()
                .filter(rate -> rate.scope() == scope)
                .map(rate -> new Rate(scope, Math.max(1, rate.count() / nodes), rate.per()))
                .toList();
    }

    /** The pace of a platform with these limits, and the company's own for one target. */
    static Pace of(List<Rate> rates, CourierPolicy policy) {
        List<Rate> kept = new ArrayList<>(rates);
        kept.add(new Rate(Rate.Scope.TARGET, policy.perTargetMinute(), Duration.ofMinutes(1)));
        return new Pace(kept, policy.nodes());
    }

    /**
     * Lets a message go now, or says how long to wait with it.
     *
     * @param message the same when it comes again, so that it keeps its turn
     * @param first   whether it goes before those that have been waiting
     */
    synchronized Optional<Duration> take(long message, String target, boolean first, Instant at) {
        long now = at.toEpochMilli();
        return through(List.of(target(target, now), all), message, first, now);
    }

    /** The same for a card that is drawn anew. */
    synchronized Optional<Duration> takeUpdate(long card, Instant at) {
        return through(List.of(updates), card, false, at.toEpochMilli());
    }

    private static Optional<Duration> through(List<Turnstile> turnstiles, long who, boolean first, long now) {
        for (Turnstile turnstile : turnstiles) {
            long wait = turnstile.wait(who, first, now);
            if (wait > 0) return Optional.of(Duration.ofMillis(wait));
        }
        turnstiles.forEach(turnstile -> turnstile.pass(who, now));
        return Optional.empty();
    }

    /** The target itself said that it takes no more for so long. */
    synchronized void rest(String target, Duration asked, Instant at) {
        target(target, at.toEpochMilli()).closeUntil(at.plus(asked).toEpochMilli());
    }

    private Turnstile target(String target, long now) {
        if (!targets.containsKey(target) && targets.size() >= REMEMBERED) forgetIdle(now);
        return targets.computeIfAbsent(target, name -> new Turnstile(perTarget));
    }

    /** Those that were used the longest time ago, up to the first that still counts. */
    private void forgetIdle(long now) {
        Iterator<Turnstile> oldest = targets.values().iterator();
        while (oldest.hasNext() && oldest.next().isIdle(now)) oldest.remove();
    }
}
