package io.xietong.core.project;

import io.xietong.core.item.ItemNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 里程碑.
 *
 * @param ordinal     from 1, in the order in which they are reached
 * @param department  id of the department that leads it
 * @param supporting  ids of those that help
 * @param deliverable what will be there; may be empty
 * @param date        by which day, as it is planned now
 * @param baseline    the day it is measured by; empty until the project has started
 * @param gate        关键节点: what comes after it is locked until its joint review has passed
 * @param passedBy    the review by which it has passed, or was overridden
 * @param reachedAt   when it was reported reached
 * @param note        what was said then; may be empty
 * @param clock       round of its clock; 0 before it runs
 */
public record Milestone(
        int ordinal,
        String name,
        String department,
        List<String> supporting,
        String deliverable,
        LocalDate date,
        Optional<LocalDate> baseline,
        boolean gate,
        Optional<ItemNumber> passedBy,
        Optional<Instant> reachedAt,
        String note,
        int clock) {

    /** How far it is. */
    public enum Progress {
        PLANNED,
        REACHED,
        /** Reached, and its joint review has passed. */
        PASSED
    }

    public Milestone {
        supporting = List.copyOf(supporting);
        if (ordinal < 1) throw new IllegalArgumentException("milestones are counted from 1: " + ordinal);
    }

    /** One that is planned. */
    public static Milestone planned(
            int ordinal,
            String name,
            String department,
            List<String> supporting,
            String deliverable,
            LocalDate date,
            boolean gate) {
        return new Milestone(
                ordinal,
                name,
                department,
                supporting,
                deliverable,
                date,
                Optional.empty(),
                gate,
                Optional.empty(),
                Optional.empty(),
                "",
                0);
    }

    public Progress progress() {
        if (reachedAt.isEmpty()) return Progress.PLANNED;
        return passedBy.isPresent() ? Progress.PASSED : Progress.REACHED;
    }

    public boolean isReached() {
        return reachedAt.isPresent();
    }

    /** Whether what comes after it must wait for its review. */
    public boolean locks() {
        return gate && passedBy.isEmpty();
    }

    /** Whether there is nothing left to do about it. */
    public boolean isSettled() {
        return isReached() && !locks();
    }

    Milestone reached(Instant at, String said) {
        return new Milestone(
                ordinal,
                name,
                department,
                supporting,
                deliverable,
                date,
                baseline,
                gate,
                passedBy,
                Optional.of(at),
                said,
                clock);
    }

    Milestone passed(ItemNumber review) {
        return new Milestone(
                ordinal,
                name,
                department,
                supporting,
                deliverable,
                date,
                baseline,
                gate,
                Optional.of(review),
                reachedAt,
                note,
                clock);
    }

    /** To be reached by another day, with the clock that runs for it. */
    Milestone by(LocalDate day, int round) {
        return new Milestone(
                ordinal,
                name,
                department,
                supporting,
                deliverable,
                day,
                baseline,
                gate,
                passedBy,
                reachedAt,
                note,
                round);
    }

    /** Measured by the day that is planned now. */
    Milestone frozen() {
        return new Milestone(
                ordinal,
                name,
                department,
                supporting,
                deliverable,
                date,
                Optional.of(date),
                gate,
                passedBy,
                reachedAt,
                note,
                clock);
    }
}
