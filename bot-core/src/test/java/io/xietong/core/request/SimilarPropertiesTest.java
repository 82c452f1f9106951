package io.xietong.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** That looking at marks instead of pairs overlooks nothing. */
class SimilarPropertiesTest {

    private static Similar.Sieve sieve(List<String> needs) {
        Similar.Sieve sieve = new Similar.Sieve(needs.size());
        for (int i = 0; i < needs.size(); i++) sieve.put(i, Similar.likeness(needs.get(i)));
        return sieve;
    }

    /** Of few letters, so that many are alike, and some so long that all marks are set. */
    @Provide
    static Arbitrary<String> needs() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("新品海报设计!").ofMaxLength(6),
                Arbitraries.strings().withCharRange('一', '十').ofMaxLength(40),
                Arbitraries.strings().withCharRange('一', '龥').ofLength(400));
    }

    @Property(tries = 300)
    void whatever_is_alike_or_the_same_goes_through_the_sieve(
            @ForAll List<@From("needs") String> earlier, @ForAll("needs") String need) {
        List<String> all = new ArrayList<>(earlier);
        all.add(need);
        Similar.Likeness likeness = Similar.likeness(need);
        List<Integer> through =
                sieve(all).maybeAlike(likeness, all.size()).boxed().toList();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).equals(need) || isAlike(likeness, all.get(i)))
                assertThat(through).contains(i);
        }
    }

    private static boolean isAlike(Similar.Likeness need, String other) {
        return !Similar.to(need, Stream.of(new Similar.Earlier(1, Similar.likeness(other))))
                .isEmpty();
    }

    @Example
    void most_that_have_nothing_in_common_are_told_apart_by_it() {
        Random random = new Random(1);
        List<String> needs = new ArrayList<>();
        for (int i = 0; i < 1_000; i++)
            needs.add(random.ints(12, 0x4E00, 0x5A00)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        Similar.Sieve sieve = sieve(needs);
        assertThat(sieve.maybeAlike(Similar.likeness(needs.get(7)), needs.size()))
                .hasSizeLessThan(10)
                .contains(7);
    }
}
