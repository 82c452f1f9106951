package io.xietong.core.feature;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
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

    /**
     * Every rung that has come by now, of every running clock. When none has, the terms are others than when the clock was
     * wound, and it is wound anew.
     */
    public static Clocks ring(List<Deadline> deadlines, Instant now, Function<Deadline, Terms> terms) {
        List<Deadline> after = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        for (Deadline deadline : deadlines)
            after.add(isRunning(deadline) ? rung(deadline, now, terms, facts) : deadline);
        return facts.isEmpty() ? recompute(deadlines, terms) : new Clocks(after, facts);
    }

    private static Deadline rung(Deadline deadline, Instant now, Function<Deadline, Terms> terms, List<Fact> facts) {
        Terms by = terms.apply(deadline);
        List<Rung> reached = deadline.ringing(now, by);
        for (Rung rung : reached) {
            Instant due = deadline.dueAt().orElseThrow();
            facts.add(
                    new SharedFact.RungReached(deadline.purpose(), rung.name(), due, rung.at(deadline, by.calendar())));
        }
        return reached.isEmpty() ? deadline : deadline.rung(now, by);
    }

    /** Every running clock by a changed calendar or policy. */
    public static Clocks recompute(List<Deadline> deadlines, Function<Deadline, Terms> terms) {
        List<Deadline> after = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        for (Deadline deadline : deadlines) {
            Deadline moved = isRunning(deadline) ? deadline.recomputed(terms.apply(deadline)) : deadline;
            if (!moved.equals(deadline)) facts.add(whatMoved(deadline, moved));
            after.add(moved);
        }
        return new Clocks(after, facts);
    }

    private static Fact whatMoved(Deadline before, Deadline moved) {
        Instant due = moved.dueAt().orElseThrow();
        if (!before.dueAt().equals(moved.dueAt()))
            return new SharedFact.DueMoved(moved.purpose(), before.dueAt().orElseThrow(), due);
        return before.tentative() && !moved.tentative()
                ? new SharedFact.DueConfirmed(moved.purpose(), due)
                : new SharedFact.RemindersMoved(moved.purpose());
    }

    private static boolean isRunning(Deadline deadline) {
        return deadline.state() == Deadline.State.RUNNING;
    }

    /** How often a purpose was armed before, plus one. */
    public static int nextRound(List<Deadline> deadlines, Purpose purpose) {
        return 1 + (int) deadlines.stream().filter(d -> d.purpose() == purpose).count();
    }

    /** With every clock stopped that is still open. */
    public static List<Deadline> cancelled(List<Deadline> deadlines, Instant at) {
        return deadlines.stream().map(d -> d.isOpen() ? d.cancelled(at) : d).toList();
    }
}
