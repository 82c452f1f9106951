package io.xietong.core.dispute;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.Clocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A dispute while a decision changes it. Lives within one decision; not thread-safe. */
final class DisputeDraft {

    private final Dispute before;
    State state;
    List<Side> sides;
    Optional<Terms> terms;
    Optional<Docket> docket;
    Optional<Ruling> ruling;
    int reviews;
    Set<String> watchers;
    List<Deadline> deadlines;

    DisputeDraft(Dispute before) {
        this.before = before;
        this.state = before.state();
        this.sides = before.sides();
        this.terms = before.terms();
        this.docket = before.docket();
        this.ruling = before.ruling();
        this.reviews = before.reviews();
        this.watchers = before.watchers();
        this.deadlines = before.deadlines();
    }

    void stopClocks(Instant at) {
        deadlines = Clocks.cancelled(deadlines, at);
    }

    /** What a clock waited for has happened. */
    void meet(Purpose purpose, Instant at) {
        deadlines = deadlines.stream()
                .map(d -> d.purpose() == purpose && d.isOpen() ? d.met(at) : d)
                .toList();
    }

    void arm(Purpose purpose, String owner, Instant at, DisputeClocks clocks) {
        List<Deadline> more = new ArrayList<>(deadlines);
        more.add(Deadline.arm(purpose, Clocks.nextRound(deadlines, purpose), owner, at, clocks.terms(purpose)));
        deadlines = more;
    }

    void state(String department, String words) {
        sides = sides.stream()
                .map(side -> side.department().equals(department) ? side.stating(words) : side)
                .toList();
    }

    /** The dispute with its next version. */
    Dispute done() {
        return new Dispute(
                before.number(),
                before.version() + 1,
                state,
                before.subject(),
                before.about(),
                before.chat(),
                before.raisedAt(),
                sides,
                terms,
                docket,
                ruling,
                reviews,
                watchers,
                deadlines);
    }
}
