package io.xietong.core.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 站会 without a meeting: on each working day everybody in the group who is there answers three questions (spec.md 4.3).
 *
 * @param day     the one that is answered for, or will be
 * @param answers in the order in which they came
 */
public record StandUp(LocalDate day, List<Answer> answers) {

    /** What somebody said. @param blocker empty when nothing is in the way */
    public record Answer(String person, String done, String next, String blocker, Instant at) {}

    public StandUp {
        answers = List.copyOf(answers);
    }

    Optional<Answer> of(String person) {
        return answers.stream().filter(answer -> answer.person().equals(person)).findFirst();
    }

    StandUp with(Answer answer) {
        List<Answer> more = new ArrayList<>(answers);
        more.removeIf(other -> other.person().equals(answer.person()));
        more.add(answer);
        return new StandUp(day, more);
    }
}
