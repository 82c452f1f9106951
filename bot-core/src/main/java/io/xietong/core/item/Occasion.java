package io.xietong.core.item;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Routing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The circumstances under which something is decided: who acts, when, in which company.
 *
 * @param calendar the company's; departments may have their own days
 */
public record Occasion(Actor actor, Instant now, Organisation organisation, Routing routing, WorkCalendar calendar) {

    public LocalDate today() {
        return calendar.dateOf(now);
    }

    /** The acting person's id; the clock has none and must not ask. */
    public String person() {
        return actor.person().orElseThrow();
    }

    /** The same act in another's name. */
    public Occasion inNameOf(Optional<String> other) {
        return by(new Actor(actor.person(), other));
    }

    /** The same circumstances for what counts as another's act. */
    public Occasion by(Actor other) {
        return new Occasion(other, now, organisation, routing, calendar);
    }
}
