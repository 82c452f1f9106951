package io.xietong.core.request;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.item.Actor;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Routing;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The circumstances under which something is decided: who acts, when, in which company and by which policy.
 *
 * @param calendar the company's; departments may have their own days
 */
public record Occasion(
        Actor actor,
        Instant now,
        Organisation organisation,
        Routing routing,
        WorkCalendar calendar,
        RequestPolicy policy) {

    public LocalDate today() {
        return calendar.dateOf(now);
    }

    /** The acting person's id; the clock has none and never comes this far. */
    String person() {
        return actor.person().orElseThrow();
    }

    Occasion inNameOf(Routing.Standing standing) {
        return new Occasion(
                new Actor(actor.person(), standing.inNameOf()), now, organisation, routing, calendar, policy);
    }
}
