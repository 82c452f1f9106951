package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.core.item.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Goes from a kind's newest item back, in steps that grow: where the first few will do, a long past costs nothing. */
final class Newest {

    private static final int LONGEST_STEP = 500;

    private Newest() {}

    /** Serials below one, newest first, at most so many. */
    interface Serials {
        List<Long> below(long serial, int most);
    }

    /** Of all items those that pass. @param most how many are looked at */
    static <S extends Item> List<Found<S>> of(
            Kind<S, ?> kind, Books books, Predicate<? super Found<S>> passes, int most) {
        return of(kind, books, kind.in(books)::before, passes, most, most);
    }

    /**
     * The newest of those that pass, the last one first.
     *
     * @param wanted that so many are enough
     * @param most   how many are looked at
     */
    static <S extends Item> List<Found<S>> of(
            Kind<S, ?> kind, Books books, Serials serials, Predicate<? super Found<S>> passes, int wanted, int most) {
        List<Found<S>> newest = new ArrayList<>();
        long below = Long.MAX_VALUE;
        int looked = 0;
        int step = Math.min(wanted, LONGEST_STEP);
        while (newest.size() < wanted && looked < most) {
            step = Math.min(step, LONGEST_STEP);
            List<Long> next = serials.below(below, Math.min(step, most - looked));
            if (next.isEmpty()) break;
            List<Found<S>> found = kind.find(books, next);
            for (int i = found.size() - 1; i >= 0 && newest.size() < wanted; i--)
                if (passes.test(found.get(i))) newest.add(found.get(i));
            below = next.get(next.size() - 1);
            looked += next.size();
            step *= 2;
        }
        return newest;
    }
}
