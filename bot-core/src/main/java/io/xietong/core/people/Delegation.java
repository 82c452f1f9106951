package io.xietong.core.people;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 请假 or 代理: from the first to the last day, both included in the company's zone, somebody is away or lets another decide
 * (spec.md 4.11).
 *
 * @param person   who is away
 * @param delegate who decides for them; empty for plain leave, when the seats of the department stand in
 * @param setBy    the person themself, a superior or the secretary
 */
public record Delegation(
        String person, Optional<String> delegate, LocalDate firstDay, LocalDate lastDay, String setBy) {

    public Delegation {
        if (lastDay.isBefore(firstDay)) throw new IllegalArgumentException("the last day lies before the first");
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
