package io.xietong.core.action;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 行动项: one thing that one person has to do by one day.
 *
 * <p>Its life: assigned by minutes, a ruling, a gate's condition or a person, it is open until its owner reports it done with
 * evidence; overdue, it is brought up with owner and head every working day. It can be handed over, put off or cancelled by who
 * assigned it. Immutable.
 *
 * @param source     the item it came from, when there is one
 * @param assignedBy person id
 * @param evidence   what the owner said when it was done; empty before
 */
public record ActionItem(
        ItemNumber number,
        long version,
        State state,
        String what,
        String owner,
        String assignedBy,
        Optional<ItemNumber> source,
        LocalDate due,
        Instant assignedAt,
        String evidence,
        Set<String> watchers,
        List<Deadline> deadlines)
        implements Item {

    public ActionItem {
        watchers = Set.copyOf(watchers);
        deadlines = List.copyOf(deadlines);
    }

    @Override
    public boolean isOpen() {
        return state.isOpen();
    }

    @Override
    public String title() {
        return Item.shortened(what);
    }

    @Override
    public String text() {
        return what + "\n" + evidence;
    }

    @Override
    public Set<String> parties() {
        return new LinkedHashSet<>(List.of(owner, assignedBy));
    }

    @Override
    public List<Waiting> waitingFor() {
        return state == State.OPEN ? List.of(new Waiting.OnPerson(owner)) : List.of();
    }

    ActionItem in(State next, String said, List<Deadline> clocks) {
        return new ActionItem(
                number, version + 1, next, what, owner, assignedBy, source, due, assignedAt, said, watchers, clocks);
    }

    ActionItem by(String person, LocalDate day, List<Deadline> clocks) {
        return new ActionItem(
                number,
                version + 1,
                state,
                what,
                person,
                assignedBy,
                source,
                day,
                assignedAt,
                evidence,
                watchers,
                clocks);
    }

    ActionItem watchedBy(Set<String> people) {
        return new ActionItem(
                number,
                version + 1,
                state,
                what,
                owner,
                assignedBy,
                source,
                due,
                assignedAt,
                evidence,
                people,
                deadlines);
    }
}
