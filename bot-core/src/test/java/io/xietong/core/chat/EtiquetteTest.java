package io.xietong.core.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.xietong.core.Demo;
import io.xietong.core.calendar.CalendarSources;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.chat.Outgoing.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtiquetteTest {

    private static final WorkCalendar CALENDAR = new WorkCalendar(CalendarSources.usual(Demo.ZONE));

    private static Etiquette quiet(String from, String to) {
        return new Etiquette(LocalTime.parse(from), LocalTime.parse(to), true, LocalTime.of(9, 15), CALENDAR);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00, 2026-11-24T10:00",
        "2026-11-24T12:30, 2026-11-24T12:30",
        "2026-11-24T21:00, 2026-11-25T09:00",
        "2026-11-25T06:00, 2026-11-25T09:00",
        "2026-11-27T21:00, 2026-11-30T09:00",
        "2026-11-28T11:00, 2026-11-30T09:00",
        "2026-02-14T20:30, 2026-02-24T09:00"
    })
    void quiet_hours_and_days_off_hold_a_message_until_the_next_working_minute(String now, String reached) {
        assertThat(quiet("20:00", "08:30").notBefore(Urgency.NORMAL, Demo.at(now)))
                .isEqualTo(Demo.at(reached));
    }

    @Test
    void answers_and_urgent_ones_go_out_at_once() {
        Instant night = Demo.at("2026-11-28T23:00");
        assertThat(quiet("20:00", "08:30").notBefore(Urgency.ANSWER, night)).isEqualTo(night);
        assertThat(quiet("20:00", "08:30").notBefore(Urgency.URGENT, night)).isEqualTo(night);
    }

    @Test
    void equal_ends_mean_no_quiet_hours_at_all() {
        Instant sunday = Demo.at("2026-11-29T03:00");
        assertThat(quiet("00:00", "00:00").notBefore(Urgency.NORMAL, sunday)).isEqualTo(sunday);
    }

    @Test
    void low_news_wait_for_the_next_working_mornings_digest_unless_there_is_none() {
        assertThat(quiet("20:00", "08:30").notBefore(Urgency.LOW, Demo.at("2026-11-24T09:00")))
                .isEqualTo(Demo.at("2026-11-24T09:15"));
        assertThat(quiet("20:00", "08:30").notBefore(Urgency.LOW, Demo.at("2026-11-27T09:15")))
                .isEqualTo(Demo.at("2026-11-30T09:15"));
        Etiquette none = new Etiquette(LocalTime.of(20, 0), LocalTime.of(8, 30), false, LocalTime.of(9, 15), CALENDAR);
        assertThat(none.notBefore(Urgency.LOW, Demo.at("2026-11-24T09:00"))).isEqualTo(Demo.at("2026-11-24T09:00"));
    }

    @Test
    void quiet_hours_over_the_whole_working_day_end_and_do_not_hang() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(quiet("08:00", "20:00").notBefore(Urgency.NORMAL, Demo.at("2026-11-24T10:00")))
                    .isEqualTo(Demo.at("2026-11-24T20:00"));
            assertThat(quiet("08:00", "20:00").notBefore(Urgency.NORMAL, Demo.at("2026-11-28T10:00")))
                    .isEqualTo(Demo.at("2026-11-30T20:00"));
        });
    }
}
