package io.xietong.core.feature;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Rung;
import io.xietong.core.deadline.Terms;
import io.xietong.core.item.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What happens to an item's clocks when time passes or the calendar changes; the same for every kind of item.
 *
 * @param deadlines all clocks of the item as they are from now on
 * @param facts     what happened; empty when nothing did
 */
public record Clocks(List<Deadline> deadlines, List<Fact> facts) {

    /** Every rung that has come by now, of every running clock. */
    public static Clocks ring(List<Deadline> deadlines, Instant now, Function<Deadline, Terms> terms) {
        List<Deadline> after = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        for (Deadline deadline : deadlines) {
            Terms by = terms.apply(deadline);
            List<Rung> reached = deadline.ringing(now, by);
            for (Rung rung : reached) {
                facts.add(new SharedFact.RungReached(
                        deadline.purpose(),
                        deadline.round(),
                        rung.name(),
                        deadline.dueAt().orElseThrow(),
                        rung.at(deadline, by.calendar())));
            }
            after.add(reached.isEmpty() ? deadline : deadline.rung(now, by));
        }
        return new Clocks(after, facts);
    }

    /** Every running clock by a changed calendar or policy. */
    public static Clocks recompute(List<Deadline> deadlines, Function<Deadline, Terms> terms) {
        List<Deadline> after = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        for (Deadline deadline : deadlines) {
            Deadline moved = deadline.recomputed(terms.apply(deadline));
            if (!moved.equals(deadline)) {
                facts.add(new SharedFact.DueMoved(
                        deadline.purpose(),
                        deadline.dueAt().orElseThrow(),
                        moved.dueAt().orElseThrow()));
            }
            after.add(moved);
        }
        return new Clocks(after, facts);
    }

    /** How often a purpose was armed before, plus one. */
    public static int nextRound(List<Deadline> deadlines, io.xietong.core.deadline.Purpose purpose) {
        return 1 + (int) deadlines.stream().filter(d -> d.purpose() == purpose).count();
    }

    /** With every clock stopped that is still open. */
    public static List<Deadline> cancelled(List<Deadline> deadlines, Instant at) {
        return deadlines.stream().map(d -> d.isOpen() ? d.cancelled(at) : d).toList();
    }
}
