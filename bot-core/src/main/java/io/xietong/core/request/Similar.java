package io.xietong.core.request;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds earlier requests that ask for much the same, by the pairs of characters their words share; works for any language. */
public final class Similar {

    private static final double ALIKE = 0.3;

    private Similar() {}

    /** An earlier request's need, made ready to be compared. */
    public record Earlier(long serial, Likeness need) {}

    /** Serials of those that ask for much the same: the most alike first, of those equally alike the newest. */
    public static List<Long> to(Likeness need, Stream<Earlier> earlier) {
        record Match(long serial, double likeness) {}
        return earlier.map(other -> new Match(other.serial(), need.to(other.need())))
                .filter(match -> match.likeness() >= ALIKE)
                .sorted(Comparator.comparingDouble(Match::likeness)
                        .thenComparingLong(Match::serial)
                        .reversed())
                .map(Match::serial)
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

        private double to(Likeness other) {
            long[] found = other.wanted;
            int shared = 0;
            for (int i = 0, j = 0; i < wanted.length && j < found.length; ) {
                if (wanted[i] == found[j]) shared++;
                if (wanted[i] <= found[j]) i++;
                else j++;
            }
            return share(shared, Math.min(wanted.length, found.length));
        }
    }

    /** What share of the shorter need's pairs the other has too; a single one may be chance. */
    private static double share(int shared, int shorter) {
        return shorter == 0 ? 0 : (double) shared / shorter * (shared > 1 ? 1 : 0.5);
    }

    /**
     * Tells most needs apart without a look at their pairs: each pair sets one of 256 marks, and needs share no more pairs than
     * marks, but for pairs that set the same. Not thread-safe.
     */
    public static final class Sieve {
        private static final int WORDS = 4;
        private final long[] marks;
        private final int[] pairs;

        /** @param places for so many needs, numbered from 0 */
        public Sieve(int places) {
            marks = new long[places * WORDS];
            pairs = new int[places];
        }

        /** In place of whatever was there. */
        public void put(int place, Likeness need) {
            System.arraycopy(marks(need), 0, marks, place * WORDS, WORDS);
            pairs[place] = need.wanted.length;
        }

        /** Places below a bound whose needs may be like this one, or the same; all others are not. */
        public IntStream maybeAlike(Likeness need, int below) {
            long[] wanted = marks(need);
            int unmarked = need.wanted.length - common(wanted, wanted, 0);
            return IntStream.range(0, below).filter(place -> {
                int shorter = Math.min(need.wanted.length, pairs[place]);
                return shorter == 0 || share(unmarked + common(wanted, marks, place * WORDS), shorter) >= ALIKE;
            });
        }

        private static long[] marks(Likeness need) {
            long[] marks = new long[WORDS];
            for (long pair : need.wanted) {
                int mark = Long.hashCode(pair * 0x9E3779B97F4A7C15L) >>> 24;
                marks[mark / Long.SIZE] |= 1L << mark;
            }
            return marks;
        }

        private static int common(long[] one, long[] many, int from) {
            int common = 0;
            for (int word = 0; word < WORDS; word++) common += Long.bitCount(one[word] & many[from + word]);
            return common;
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
