package io.xietong.core.calendar;

import io.xietong.core.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The plan's 24 hours to answer (duty 30), counted by one of three modes.
 *
 * @param length           natural or working time, by mode
 * @param leastWorkingTime in the rolled mode, working time that must have passed before time is up, so that what is filed on a
 *     Saturday is not overdue when the week begins
 */
public record ResponseTime(Mode mode, Duration length, Duration leastWorkingTime) implements Allowance {

    /** How response time is counted (spec.md section 3). */
    public enum Mode {
        /** Round the clock. */
        NATURAL("natural"),
        /** Round the clock, but an end outside working time rolls to the next working time. The default. */
        NATURAL_ROLLED("natural-rolled"),
        /** Working time only. */
        WORKING_HOURS("working-hours");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        /** The word of {@code policy.yml}. */
        public String word() {
            return word;
        }

        /** The mode for a word of {@code policy.yml}. */
        public static Mode of(String word) {
            for (Mode mode : values()) if (mode.word.equals(word)) return mode;
            throw new IllegalArgumentException("no such mode: " + word);
        }
    }

    @Override
    public Instant due(WorkCalendar calendar, Instant armedAt, List<Pause> pauses) {
        return switch (mode) {
            case NATURAL -> naturalEnd(armedAt, pauses);
            case WORKING_HOURS -> calendar.plusWorking(armedAt, length, pauses);
            case NATURAL_ROLLED -> {
                Instant rolled = calendar.plusWorking(naturalEnd(armedAt, pauses), Duration.ZERO, pauses);
                Instant least = calendar.plusWorking(armedAt, leastWorkingTime, pauses);
                yield rolled.isBefore(least) ? least : rolled;
            }
        };
    }

    @Override
    public List<Message> reasons(WorkCalendar calendar, Instant armedAt, List<Pause> pauses) {
        if (mode != Mode.NATURAL_ROLLED) return List.of();
        Instant natural = naturalEnd(armedAt, pauses);
        Instant rolled = calendar.plusWorking(natural, Duration.ZERO, pauses);
        Instant due = due(calendar, armedAt, pauses);
        List<Message> reasons = new ArrayList<>();
        if (!rolled.equals(natural)) reasons.add(Message.of("calendar.explain.rolled", natural, rolled));
        if (due.isAfter(rolled)) reasons.add(Message.of("calendar.explain.least", leastWorkingTime, due));
        return reasons;
    }

    /** When the natural length has passed outside pauses; in no pause. */
    private Instant naturalEnd(Instant armedAt, List<Pause> pauses) {
        Instant end = armedAt.plus(length);
        for (Pause pause : pauses) {
            Instant from = pause.from().isBefore(armedAt) ? armedAt : pause.from();
            Instant to = pause.to().orElseThrow();
            if (!from.isAfter(end) && to.isAfter(from)) end = end.plus(Duration.between(from, to));
        }
        return end;
    }

    @Override
    public Message describe() {
        Object spoken = length.toMinutes() % 60 == 0 ? Message.of("calendar.hours", length.toHours()) : length;
        return Message.of("calendar.mode." + mode.word(), spoken);
    }
}
