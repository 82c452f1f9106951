package io.xietong.core.meeting;

import io.xietong.core.action.Order;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 纪要.
 *
 * @param revision      from 1; grows each time they are written anew after an objection
 * @param decisions     what was decided, in its own words
 * @param orders        what follows, each to become an action item when they are distributed
 * @param by            person id of who wrote them
 * @param distributedAt empty while they are a draft
 * @param objections    to this revision and the ones before
 */
public record Minutes(
        int revision,
        String decisions,
        List<Order> orders,
        String by,
        Optional<Instant> distributedAt,
        List<Objection> objections) {

    public Minutes {
        orders = List.copyOf(orders);
        objections = List.copyOf(objections);
    }

    /** 异议. @param person who objects */
    public record Objection(int revision, String person, String text) {}
}
