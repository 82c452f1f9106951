package io.xietong.core.request;

import io.xietong.core.item.ItemNumber;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds earlier requests that ask for much the same, by the pairs of characters their words share; works for any language. */
public final class Similar {

    private static final double ALIKE = 0.3;

    private Similar() {}

    /** The most alike first; those that share too little are left out. */
    public static List<ItemNumber> to(String need, List<Request> earlier, int most) {
        record Match(ItemNumber number, double likeness) {}
        Likeness likeness = likeness(need);
        return earlier.stream()
                .map(request -> new Match(
                        request.number(), likeness.to(likeness(request.ask().need()))))
                .filter(match -> match.likeness() >= ALIKE)
                .sorted(Comparator.comparingDouble(Match::likeness)
                        .reversed()
                        .thenComparing(Match::number, Comparator.reverseOrder()))
                .limit(most)
                .map(Match::number)
                .toList();
    }

    /** A need made ready to be compared with others. */
    public static Likeness likeness(String need) {
        return new Likeness(pairs(need));
    }

    /** What makes a need like another. Immutable. */
    public static final class Likeness {
        private final long[] wanted;

        private Likeness(long[] wanted) {
            this.wanted = wanted;
        }

        /** Whether the other need asks for much the same. */
        public boolean isAlike(Likeness other) {
            return to(other) >= ALIKE;
        }

        private double to(Likeness other) {
            long[] found = other.wanted;
            if (wanted.length == 0 || found.length == 0) return 0;
            int shared = 0;
            for (int i = 0, j = 0; i < wanted.length && j < found.length; ) {
                if (wanted[i] == found[j]) shared++;
                if (wanted[i] <= found[j]) i++;
                else j++;
            }
            return (double) shared / Math.min(wanted.length, found.length) * (shared > 1 ? 1 : 0.5);
        }
    }

    /** The different pairs of neighbouring letters, in order; each as one number. */
    private static long[] pairs(String text) {
        int[] letters = text.codePoints()
                .map(Character::toLowerCase)
                .filter(Character::isLetterOrDigit)
                .limit(400)
                .toArray();
        return IntStream.range(0, Math.max(0, letters.length - 1))
                .mapToLong(i -> (long) letters[i] << 32 | letters[i + 1])
                .sorted()
                .distinct()
                .toArray();
    }
}
