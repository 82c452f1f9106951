package io.xietong.core.project;

import io.xietong.core.text.Message;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/**
 * 例会: how often a project meets of its own; at most one that is weekly and one that is daily (spec.md 4.5).
 *
 * @param weekday of a weekly one; empty for every working day
 * @param at      in the company's zone
 * @param length as policy has it when empty
 * @param since   version of the project in which it was set; a rhythm that is set anew is another one
 */
public record Rhythm(Optional<DayOfWeek> weekday, LocalTime at, Optional<Duration> length, long since) {

    public boolean isDaily() {
        return weekday.isEmpty();
    }

    /** In words, such as 「每周三 14:00(1小时)」. */
    Message said() {
        String key = "project.rhythm." + weekday.map(DayOfWeek::name).orElse("DAILY");
        return length.map(time -> Message.of("project.rhythm.for", Message.of(key, at.toString()), time))
                .orElseGet(() -> Message.of(key, at.toString()));
    }
}
