package io.xietong.core.feature;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.deadline.Terms;
import io.xietong.core.item.Fact;
import io.xietong.core.text.Message;
import java.time.Instant;
import java.util.Optional;

/** Says what is the same for every kind of item. */
public final class SharedWords {

    private SharedWords() {}

    /** A shared fact in a few words. */
    public static Message told(Fact fact) {
        if (fact instanceof SharedFact.Commented f) return say(f, f.text());
        if (fact instanceof SharedFact.RungReached f) return rung(f.purpose(), f.rung(), f.due());
        if (fact instanceof SharedFact.DueMoved f) return say(f, f.from(), f.to());
        if (fact instanceof SharedFact.Disputed f) return say(f, f.dispute());
        if (fact instanceof SharedFact.DisputeEnded f) return say(f, f.dispute(), f.outcome());
        if (fact instanceof SharedFact.DueConfirmed f) return say(f, f.due());
        return say((SharedFact) fact);
    }

    /** A rung of a clock: 「答复时限已过 75%」. */
    public static Message rung(Purpose purpose, String rung, Instant due) {
        String step = "percent";
        if (rung.equals("due")) step = "due";
        if (rung.startsWith("T-") || rung.startsWith("M-")) step = "ahead";
        if (rung.startsWith("T+")) step = "overdue";
        return Message.of("item.fact.rung-" + step, Message.of("item.purpose." + purpose.name()), rung, due);
    }

    /** What the next rung of a clock will be; empty when none will come. */
    public static Optional<Message> nextRing(Deadline clock, Terms terms) {
        if (clock.nextAt().isEmpty()) return Optional.empty();
        Instant due = clock.dueAt().orElseThrow();
        return terms.ladder().stream()
                .skip(clock.fired())
                .findFirst()
                .map(next -> rung(clock.purpose(), next.name(), due));
    }

    private static Message say(SharedFact fact, Object... args) {
        return Message.of("item.fact." + fact.getClass().getSimpleName(), args);
    }
}
