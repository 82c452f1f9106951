package io.xietong.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A stretch of time; empty when it does not end after it begins. */
record Span(Instant from, Instant to) {

    Duration length() {
        return isEmpty() ? Duration.ZERO : Duration.between(from, to);
    }

    boolean isEmpty() {
        return from.isAfter(to);
    }

    Span after(Instant start) {
        return start.isAfter(from) ? new Span(start, to) : this;
    }

    Span before(Instant end) {
        return end.isBefore(to) ? new Span(from, end) : this;
    }

    /** What is left outside the pauses, in order; nothing when the span is empty. */
    List<Span> without(List<Pause> pauses) {
        List<Span> left = new ArrayList<>();
        Span rest = this;
        for (Pause pause : pauses) {
            Instant end = pause.to().orElse(Instant.MAX);
            if (!pause.from().isAfter(rest.to()) && end.isAfter(rest.from())) {
                Span before = rest.before(pause.from());
                if (before.from().isBefore(before.to())) left.add(before);
                rest = rest.after(end);
            }
        }
        if (!rest.isEmpty()) left.add(rest);
        return left;
    }
}
