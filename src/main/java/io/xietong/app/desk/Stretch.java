package io.xietong.app.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param heading what is to be said of the list; may be empty
 * @param next    where the next page begins; empty on the last one
 */
public record Stretch<T>(String heading, List<T> lines, Optional<Long> next) {

    public Stretch {
        lines = List.copyOf(lines);
    }

    <R> Stretch<R> map(Function<T, R> each) {
        return new Stretch<>(heading, lines.stream().map(each).toList(), next);
    }
}
