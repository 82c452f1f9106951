package io.xietong.core.item;

import io.xietong.core.deadline.Deadline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a card about an item must not be wrong about: its state, who owes the next step, and by when. A comment, a reminder or
 * another follower changes none of it. Kept as text beside a card, so that it can be told later what the card shows.
 */
public record Essentials(String text) {

    public static Essentials of(Item item) {
        return of(item.state(), item.owing(), item.firstDue().flatMap(Deadline::dueAt));
    }

    static Essentials of(Enum<?> state, List<Waiting> waitingFor, Optional<Instant> due) {
        List<String> owing = waitingFor.stream().map(Essentials::name).toList();
        return new Essentials(
                state.name() + " " + owing + due.map(at -> " " + at).orElse(""));
    }

    private static String name(Waiting waiting) {
        if (waiting instanceof Waiting.OnPerson on) return on.person();
        if (waiting instanceof Waiting.OnHead on) return "head " + on.department();
        return waiting instanceof Waiting.OnDepartment on ? "department " + on.department() : "secretariat";
    }
}
