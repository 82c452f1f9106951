package io.xietong.core.request;

import io.xietong.core.item.ItemNumber;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds earlier requests that ask for much the same, by the pairs of characters their words share; works for any language. */
public final class Similar {

    private static final double ALIKE = 0.3;

    private Similar() {}

    /** The most alike first; those that share too little are left out. */
    public static List<ItemNumber> to(String need, List<Request> earlier, int most) {
        record Match(ItemNumber number, double likeness) {}
        Set<String> wanted = pairs(need);
        return earlier.stream()
                .map(request -> new Match(
                        request.number(), likeness(wanted, pairs(request.ask().need()))))
                .filter(match -> match.likeness() >= ALIKE)
                .sorted(Comparator.comparingDouble(Match::likeness)
                        .reversed()
                        .thenComparing(Match::number, Comparator.reverseOrder()))
                .limit(most)
                .map(Match::number)
                .toList();
    }

    private static double likeness(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) return 0;
        long shared = a.stream().filter(b::contains).count();
        return (double) shared / Math.min(a.size(), b.size()) * (shared > 1 ? 1 : 0.5);
    }

    private static Set<String> pairs(String text) {
        int[] letters = text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(400)
                .toArray();
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < letters.length; i++) pairs.add(new String(letters, i, 2));
        return pairs;
    }
}
