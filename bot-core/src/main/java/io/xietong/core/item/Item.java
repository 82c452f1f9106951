package io.xietong.core.item;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What everything with a number has, whatever it is about: a state, clocks, people who follow it. Immutable. */
public interface Item {

    ItemNumber number();

    /** 1 when it is made; guards every write. */
    long version();

    Enum<?> state();

    /** Whether somebody still owes something. */
    boolean isOpen();

    /** What it is about in a few words, for lists and titles. */
    String title();

    /** As much of a text's first line as fits into a title. */
    static String shortened(String text) {
        int most = 20;
        String line = text.strip().lines().findFirst().orElse("");
        if (line.codePointCount(0, line.length()) <= most) return line;
        return line.substring(0, line.offsetByCodePoints(0, most)) + "…";
    }

    /** Everything in it that a search may find, its title included; comments are found beside it. */
    default String text() {
        return title();
    }

    /** Everybody who has a part in it, and so finds it among their own items. Person ids. */
    Set<String> parties();

    /** Who owes the next step; empty when nobody does. */
    List<Waiting> waitingFor();

    /**
     * The part of {@link #waitingFor()} that others look for on its card. Where many answer, each for themself, it is none of it:
     * the answer of one makes nobody else's card wrong.
     */
    default List<Waiting> owing() {
        return waitingFor();
    }

    /** Person ids that follow it, the parties not among them. */
    Set<String> watchers();

    /** All clocks, those that have ended included. */
    List<Deadline> deadlines();

    /** The running clock for a purpose; of several, the one that is due first. */
    default Optional<Deadline> running(Purpose purpose) {
        return deadlines().stream()
                .filter(deadline -> deadline.purpose() == purpose && deadline.state() == Deadline.State.RUNNING)
                .min(Deadline.BY_DUE);
    }

    /** When the next rung of any clock comes; empty when none will. */
    default Optional<Instant> nextRing() {
        return deadlines().stream()
                .filter(deadline -> deadline.state() == Deadline.State.RUNNING)
                .flatMap(deadline -> deadline.nextAt().stream())
                .min(Comparator.naturalOrder());
    }

    /** The running clock that is due first. */
    default Optional<Deadline> firstDue() {
        return deadlines().stream()
                .filter(deadline -> deadline.state() == Deadline.State.RUNNING)
                .min(Deadline.BY_DUE);
    }
}
