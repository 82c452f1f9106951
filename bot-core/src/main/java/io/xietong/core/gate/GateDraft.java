package io.xietong.core.gate;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.Clocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A gate while a decision changes it. Lives within one decision; not thread-safe. */
final class GateDraft {

    private final Gate before;
    State state;
    Checkpoint at;
    int round;
    String changed;
    List<Answer> answers;
    List<Lock> locks;
    Optional<Release> release;
    Set<String> watchers;
    List<Deadline> deadlines;

    GateDraft(Gate before) {
        this.before = before;
        this.state = before.state();
        this.at = before.at();
        this.round = before.round();
        this.changed = before.changed();
        this.answers = before.answers();
        this.locks = before.locks();
        this.release = before.release();
        this.watchers = before.watchers();
        this.deadlines = before.deadlines();
    }

    /** A department's answer, in the place of its earlier one. */
    void answer(Answer answer) {
        List<Answer> next = new ArrayList<>(answers);
        next.removeIf(other -> other.department().equals(answer.department()));
        next.add(answer);
        answers = next;
    }

    void arm(Purpose purpose, String owner, Instant at, GateClocks clocks) {
        List<Deadline> more = new ArrayList<>(deadlines);
        more.add(Deadline.arm(purpose, Clocks.nextRound(deadlines, purpose), owner, at, clocks.terms(purpose)));
        deadlines = more;
    }

    void meet(Purpose purpose, Instant now) {
        deadlines = deadlines.stream()
                .map(d -> d.purpose() == purpose && d.isOpen() ? d.met(now) : d)
                .toList();
    }

    void cancel(Purpose purpose, Instant now) {
        deadlines = deadlines.stream()
                .map(d -> d.purpose() == purpose && d.isOpen() ? d.cancelled(now) : d)
                .toList();
    }

    /** It ends in a state, and so do its clocks. */
    void end(State end, Instant now) {
        state = end;
        deadlines = Clocks.cancelled(deadlines, now);
    }

    /** As it is so far. */
    Gate now() {
        return made(before.version());
    }

    /** The gate with its next version. */
    Gate done() {
        return made(before.version() + 1);
    }

    private Gate made(long version) {
        return new Gate(
                before.number(),
                version,
                state,
                at,
                before.chat(),
                before.calledBy(),
                before.calledAt(),
                round,
                changed,
                answers,
                locks,
                release,
                watchers,
                deadlines);
    }
}
