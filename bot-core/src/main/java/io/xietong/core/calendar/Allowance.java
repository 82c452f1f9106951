package io.xietong.core.calendar;

import io.xietong.core.text.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long something may take. Pure: the same start, pauses and calendar always give the same due time. */
public sealed interface Allowance permits ResponseTime, WorkingDays, UntilDay, UntilMoment {

    /** When the time is up; empty while the last pause is open. Never earlier for more or longer pauses, or a later start. */
    default Optional<Instant> dueAt(WorkCalendar calendar, Instant armedAt, List<Pause> pauses) {
        boolean paused = pauses.stream().anyMatch(pause -> pause.to().isEmpty());
        return paused ? Optional.empty() : Optional.of(due(calendar, armedAt, pauses));
    }

    /** The due time when no pause is open. */
    Instant due(WorkCalendar calendar, Instant armedAt, List<Pause> pauses);

    /** The rule in a few words, such as 「24小时,遇休顺延」. */
    Message describe();

    /** How the due time came about, step by step. */
    default List<Message> explain(WorkCalendar calendar, Instant armedAt, List<Pause> pauses) {
        List<Message> steps = new ArrayList<>();
        steps.add(Message.of("calendar.explain.armed", armedAt, describe()));
        for (Pause pause : pauses) steps.add(explain(pause));
        dueAt(calendar, armedAt, pauses).ifPresent(due -> {
            steps.addAll(Explanation.specialDays(calendar, calendar.dateOf(armedAt), calendar.dateOf(due)));
            steps.addAll(reasons(calendar, armedAt, pauses));
            steps.add(Message.of("calendar.explain.due", due));
            if (calendar.tentative(armedAt, due)) steps.add(Message.of("calendar.explain.tentative"));
        });
        return steps;
    }

    /** What else moved the due time, beside pauses and days off; only asked when no pause is open. */
    default List<Message> reasons(WorkCalendar calendar, Instant armedAt, List<Pause> pauses) {
        return List.of();
    }

    private static Message explain(Pause pause) {
        return pause.to()
                .map(end -> Message.of("calendar.explain.pause", pause.from(), end, pause.why()))
                .orElseGet(() -> Message.of("calendar.explain.paused", pause.from(), pause.why()));
    }
}
