package io.xietong.core.action;

import io.xietong.core.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Who has to do what by when, as a ruling or minutes put it; it becomes an action item of its own.
 *
 * @param owner person id
 */
public record Order(String owner, String what, LocalDate due) {

    /** The same, due on a working day. */
    public Order on(WorkCalendar calendar) {
        return new Order(owner, what, calendar.nextWorkingDay(due));
    }

    /** Whether its day is over already. */
    public boolean isOver(WorkCalendar calendar, Instant now) {
        return !calendar.closing(calendar.nextWorkingDay(due)).isAfter(now);
    }

    /** Whether an action item says the same, whatever has become of it. */
    public boolean isMetBy(ActionItem item) {
        return owner.equals(item.owner()) && what.equals(item.what()) && due.equals(item.due());
    }

    /** Those of the action items that no order asks for any more. */
    public static List<ActionItem> dropped(List<ActionItem> items, List<Order> orders) {
        return items.stream()
                .filter(item -> orders.stream().noneMatch(order -> order.isMetBy(item)))
                .toList();
    }
}
