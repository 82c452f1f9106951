package io.xietong.core.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.calendar.CalendarSources;
import io.xietong.core.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However a clock is treated. */
class DeadlinePropertiesTest {

    private static final WorkCalendar CALENDAR = new WorkCalendar(CalendarSources.usual(Demo.ZONE));
    private static final Instant START = Demo.at("2026-11-24T10:00");
    private static final Terms TERMS = DeadlineTest.terms(CALENDAR);

    private static List<String> names(List<Rung> rungs) {
        return rungs.stream().map(Rung::name).toList();
    }

    @Property(tries = 300)
    void however_often_it_is_swept_paused_and_resumed_no_rung_fires_twice(
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 700) Integer> steps) {
        Deadline deadline = Deadline.arm(Purpose.RESPONSE, 1, "design", START, TERMS);
        List<String> heard = new ArrayList<>();
        Instant now = START;
        for (int step : steps) {
            now = now.plus(Duration.ofMinutes(step));
            heard.addAll(names(deadline.ringing(now, TERMS)));
            deadline = deadline.rung(now, TERMS);
            if (step % 3 == 0) {
                deadline = deadline.pause(now, "?", "zhou.jie");
                now = now.plus(Duration.ofMinutes(step));
                deadline = deadline.resume(now, TERMS);
            }
        }
        assertThat(heard).doesNotHaveDuplicates();
        assertThat(heard).isEqualTo(names(TERMS.ladder()).subList(0, heard.size()));
    }
}
