package io.xietong.app.desk;

import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.ItemLists;
import io.xietong.core.item.Item;
import io.xietong.core.item.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says items as lines of the console's lists, for the speaker of a turn. */
record Lines(Turn turn) {

    /** Who owes the next step is named up to so many. */
    private static final int NAMED = 3;

    List<ItemLine> of(List<Found<?>> items) {
        return items.stream().map(this::of).toList();
    }

    ItemLine of(Found<?> found) {
        Item item = found.item();
        Optional<Deadline> clock = item.firstDue();
        Optional<Instant> due = clock.flatMap(Deadline::dueAt);
        ItemLine.When when = clock.map(this::when).orElse(ItemLine.When.NO_CLOCK);
        return new ItemLine(
                item.number(),
                item.title(),
                turn.words.say(found.state()),
                item.isOpen(),
                owing(item.waitingFor()),
                when,
                due.map(at -> say(ItemLists.when(clock.orElseThrow()), at)).orElse(""),
                when == ItemLine.When.LATE ? late(due.orElseThrow()) : "");
    }

    private ItemLine.When when(Deadline clock) {
        if (clock.dueAt().isEmpty()) return ItemLine.When.NO_CLOCK;
        if (clock.purpose() != Purpose.MEETING && clock.isOverdue(turn.now)) return ItemLine.When.LATE;
        return when(clock.dueAt().get(), false);
    }

    /** @param overdue whether it can be late */
    ItemLine.When when(Instant due, boolean overdue) {
        if (overdue && !turn.now.isBefore(due)) return ItemLine.When.LATE;
        boolean today = turn.company.calendar().dateOf(due).equals(turn.today());
        return today ? ItemLine.When.TODAY : ItemLine.When.LATER;
    }

    private String late(Instant due) {
        return say("text.verbatim", Duration.between(due, turn.now));
    }

    private String owing(List<Waiting> waiting) {
        List<Object> named =
                waiting.stream().limit(NAMED).<Object>map(this::name).toList();
        String names = say("text.verbatim", named);
        return waiting.size() > NAMED ? say("console.and-more", names, waiting.size()) : names;
    }

    private String name(Waiting waiting) {
        if (waiting instanceof Waiting.OnPerson on) return turn.organisation().nameOf(on.person());
        if (waiting instanceof Waiting.OnDepartment on)
            return turn.organisation().departmentName(on.department());
        if (waiting instanceof Waiting.OnHead on)
            return say("console.head-of", turn.organisation().departmentName(on.department()));
        return say("console.secretariat");
    }

    private String say(String key, Object... args) {
        return turn.words.say(key, args);
    }
}
