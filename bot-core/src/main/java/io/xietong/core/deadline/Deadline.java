package io.xietong.core.deadline;

import io.xietong.core.calendar.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A clock with rungs (spec.md section 3).
 *
 * <p>Armed, it runs until it is met or cancelled; while paused it has no due time and nothing rings. Pauses are kept as
 * segments and the due time is always computed from them anew, so a changed policy or calendar loses none of them. Each rung
 * fires once: {@code fired} only grows, and it grows in the same transaction as the rung's effect. Reaching the due time does
 * not end it: it keeps ringing, once per working day, until it is met or its ladder is at the end. Immutable.
 *
 * @param round     from 1; a new one each time the same purpose is armed again for the same item
 * @param owner     whom the time counts against: a department id for answers, a person id for a requester
 * @param dueAt     empty while paused
 * @param tentative the due time rests on a year whose calendar is not confirmed (「暂估」)
 * @param pauses    segments in order; the last one is open while paused
 * @param fired     rungs that are behind
 * @param nextAt    when the next rung comes; empty when none will
 * @param endedAt   when it was met or cancelled
 */
public record Deadline(
        Purpose purpose,
        int round,
        String owner,
        State state,
        Instant armedAt,
        Optional<Instant> dueAt,
        boolean tentative,
        List<Pause> pauses,
        int fired,
        Optional<Instant> nextAt,
        Optional<Instant> endedAt) {

    /** The one that is due first; paused ones last. */
    public static final Comparator<Deadline> BY_DUE =
            Comparator.comparing(deadline -> deadline.dueAt().orElse(Instant.MAX));

    public enum State {
        RUNNING,
        PAUSED,
        /** What it waited for happened, in time or not. */
        MET,
        /** It no longer matters. */
        CANCELLED
    }

    public Deadline {
        pauses = List.copyOf(pauses);
    }

    /** Starts the clock. Rungs that would lie before the start are behind already. */
    public static Deadline arm(Purpose purpose, int round, String owner, Instant at, Terms terms) {
        Deadline armed = new Deadline(
                purpose,
                round,
                owner,
                State.RUNNING,
                at,
                Optional.empty(),
                false,
                List.of(),
                0,
                Optional.empty(),
                Optional.empty());
        Deadline due = armed.timed(terms);
        return due.climbedTo(due.rungsUntil(at, terms), terms);
    }

    public boolean isOpen() {
        return state == State.RUNNING || state == State.PAUSED;
    }

    /** Whether the due time has come while it runs, or was behind when it ended; what is answered on the dot is in time. */
    public boolean isOverdue(Instant now) {
        return dueAt.filter(due -> endedAt.isPresent() ? endedAt.get().isAfter(due) : !now.isBefore(due))
                .isPresent();
    }

    public Deadline pause(Instant at, String why, String by) {
        List<Pause> more = new ArrayList<>(pauses);
        more.add(new Pause(at, Optional.empty(), why, by));
        return new Deadline(
                purpose,
                round,
                owner,
                State.PAUSED,
                armedAt,
                Optional.empty(),
                tentative,
                more,
                fired,
                Optional.empty(),
                endedAt);
    }

    public Deadline resume(Instant at, Terms terms) {
        List<Pause> closed = new ArrayList<>(pauses);
        Pause last = closed.remove(closed.size() - 1);
        closed.add(new Pause(last.from(), Optional.of(at), last.why(), last.by()));
        return new Deadline(
                        purpose, round, owner, State.RUNNING, armedAt, dueAt, tentative, closed, fired, nextAt, endedAt)
                .recomputed(terms);
    }

    /** The due time and next rung by these terms; used when pauses, policy or calendar changed. Fired rungs stay fired. */
    public Deadline recomputed(Terms terms) {
        return state == State.RUNNING ? timed(terms).climbedTo(fired, terms) : this;
    }

    /** With the due time by these terms; the next rung is still to be found. */
    private Deadline timed(Terms terms) {
        Optional<Instant> due = terms.allowance().dueAt(terms.calendar(), armedAt, pauses);
        boolean unsure =
                due.filter(at -> terms.calendar().tentative(armedAt, at)).isPresent();
        return new Deadline(
                purpose, round, owner, state, armedAt, due, unsure, pauses, fired, Optional.empty(), endedAt);
    }

    /** The rungs that have come by now and have not fired, in order. */
    public List<Rung> ringing(Instant now, Terms terms) {
        if (state != State.RUNNING) return List.of();
        int behind = Math.min(fired, terms.ladder().size());
        return terms.ladder().subList(behind, Math.max(behind, rungsUntil(now, terms)));
    }

    /** With all rungs up to now behind. */
    public Deadline rung(Instant now, Terms terms) {
        return climbedTo(Math.max(fired, rungsUntil(now, terms)), terms);
    }

    public Deadline met(Instant at) {
        return ended(State.MET, at);
    }

    public Deadline cancelled(Instant at) {
        return ended(State.CANCELLED, at);
    }

    /** How much of the time until the due time has passed, 0 to 100; 0 while paused. */
    public int percentUsed(Instant now) {
        if (dueAt.isEmpty()) return 0;
        long whole = Duration.between(armedAt, dueAt.get()).toSeconds();
        long passed = Duration.between(armedAt, endedAt.orElse(now)).toSeconds();
        return whole <= 0 ? 100 : (int) Math.max(0, Math.min(100, passed * 100 / whole));
    }

    private Deadline ended(State how, Instant at) {
        return new Deadline(
                purpose,
                round,
                owner,
                how,
                armedAt,
                dueAt,
                tentative,
                pauses,
                fired,
                Optional.empty(),
                Optional.of(at));
    }

    private int rungsUntil(Instant now, Terms terms) {
        int count = 0;
        while (count < terms.ladder().size()
                && !terms.ladder().get(count).at(this, terms.calendar()).isAfter(now)) count++;
        return count;
    }

    private Deadline climbedTo(int rungs, Terms terms) {
        Optional<Instant> next = rungs < terms.ladder().size()
                ? Optional.of(terms.ladder().get(rungs).at(this, terms.calendar()))
                : Optional.empty();
        return new Deadline(purpose, round, owner, state, armedAt, dueAt, tentative, pauses, rungs, next, endedAt);
    }
}
