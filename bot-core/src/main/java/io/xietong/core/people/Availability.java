package io.xietong.core.people;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who is there on a day, and who decides for those who are not. Resolved at the moment of the act, never copied in advance
 * (spec.md 4.11). Immutable.
 */
public final class Availability {

    /** A delegation may be passed on at most this often. */
    public static final int LONGEST_CHAIN = 3;

    /** Who is away, and who acts for them. */
    private final Map<String, Optional<String>> away;

    private final Predicate<String> left;

    private Availability(Map<String, Optional<String>> away, Predicate<String> left) {
        this.away = away;
        this.left = left;
    }

    public static Availability on(LocalDate day, List<Delegation> delegations) {
        Map<String, Optional<String>> away = new HashMap<>();
        for (Delegation delegation : delegations)
            if (delegation.covers(day))
                away.merge(delegation.person(), delegation.delegate(), (one, other) -> one.or(() -> other));
        return new Availability(away, person -> false);
    }

    /** The same when some people have left for good. */
    Availability without(Predicate<String> people) {
        return new Availability(away, people);
    }

    public boolean isAway(String person) {
        return left.test(person) || away.containsKey(person);
    }

    /**
     * The person who acts for somebody today: themself when present, else the end of the chain of delegates. Empty when nobody
     * in the chain is there, when it is longer than {@link #LONGEST_CHAIN}, runs in a circle, or ends with an excluded person.
     *
     * @param excluded people who may not act because they are a party
     */
    public Optional<String> actingFor(String person, Set<String> excluded) {
        Set<String> seen = new HashSet<>();
        String current = person;
        for (int passed = 0; passed <= LONGEST_CHAIN && seen.add(current); passed++) {
            if (!isAway(current)) return Optional.of(current).filter(p -> !excluded.contains(p));
            Optional<String> next = delegateOf(current);
            if (next.isEmpty()) return Optional.empty();
            current = next.get();
        }
        return Optional.empty();
    }

    private Optional<String> delegateOf(String person) {
        return away.getOrDefault(person, Optional.empty());
    }
}
