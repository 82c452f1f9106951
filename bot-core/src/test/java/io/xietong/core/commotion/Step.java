package io.xietong.core.commotion;

import io.xietong.core.people.Delegation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Something that happens: some time passes, then somebody says something, perhaps twice, perhaps what was said before and comes
 * again late.
 *
 * @param person  which of the people
 * @param verb    which of the verbs
 * @param minutes that pass before
 * @param times   how often it is delivered
 * @param how     whether anybody says anything, somebody says what may lead on, or an earlier saying comes again
 */
record Step(int person, int verb, int minutes, int times, How how) {

    /** What is said. */
    enum How {
        ANYTHING,
        APT,
        LATE
    }

    /** People with every role, and some with none in the matter. */
    static final List<String> PEOPLE = List.of(
            "li.lei",
            "han.mei",
            "zhang.wei",
            "wang.fang",
            "zhou.jie",
            "zhao.min",
            "qian.duo",
            "he.tao",
            "zheng.qiang",
            "feng.lin",
            "chen.zong",
            "liu.fu",
            "ma.li",
            "gao.yuan",
            "song.jia",
            "sun.mi",
            "guo.jing");

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 23);

    /** Up to so many steps as a day and a half of a month holds. */
    static Arbitrary<List<Step>> steps(int verbs) {
        Arbitrary<Integer> minutes = Arbitraries.of(0, 0, 0, 1, 7, 45, 180, 600, 1440, 4320);
        return Combinators.combine(
                        Arbitraries.integers().between(0, PEOPLE.size() - 1),
                        Arbitraries.integers().between(0, verbs - 1),
                        minutes,
                        Arbitraries.of(1, 1, 1, 2),
                        Arbitraries.of(How.ANYTHING, How.ANYTHING, How.APT, How.APT, How.LATE))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    /** Who is away for the whole time, with and without somebody who stands in. */
    static Arbitrary<List<Delegation>> absences() {
        return Arbitraries.of(
                        away("he.tao", "xu.ning"),
                        away("zheng.qiang", null),
                        away("zhao.min", "qian.duo"),
                        away("zhou.jie", null),
                        away("chen.zong", "song.jia"),
                        away("han.mei", "wang.fang"))
                .list()
                .ofMaxSize(3)
                .uniqueElements(Delegation::person);
    }

    private static Delegation away(String person, String standIn) {
        return new Delegation(person, Optional.ofNullable(standIn), FIRST, FIRST.plusYears(1), person);
    }
}
