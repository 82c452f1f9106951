package io.xietong.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.calendar.CalendarSources;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.chat.Outgoing.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever quiet hours people choose. */
class EtiquettePropertiesTest {

    private static final WorkCalendar CALENDAR = new WorkCalendar(CalendarSources.usual(Demo.ZONE));

    @Property(tries = 500)
    void whatever_the_quiet_hours_a_message_is_held_a_few_days_at_most_and_never_sent_early(
            @ForAll @IntRange(max = 1439) int from,
            @ForAll @IntRange(max = 1439) int to,
            @ForAll @IntRange(max = 100_000) int minute) {
        Etiquette etiquette = new Etiquette(
                LocalTime.ofSecondOfDay(from * 60L),
                LocalTime.ofSecondOfDay(to * 60L),
                true,
                LocalTime.of(9, 15),
                CALENDAR);
        Instant now = Demo.at("2026-01-01T00:00").plus(Duration.ofMinutes(minute));
        Instant reached = etiquette.notBefore(Urgency.NORMAL, now);
        assertThat(reached).isAfterOrEqualTo(now).isBefore(now.plus(Duration.ofDays(12)));
        assertThat(etiquette.notBefore(Urgency.NORMAL, reached.plusMillis(0))).isAfterOrEqualTo(reached);
    }
}
