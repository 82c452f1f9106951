package io.xietong.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of spec.md section 3, over Spring Festival, Labour Day, Mid-Autumn and National Day. */
class WorkingDayExamplesTest {

    private final WorkCalendar calendar = new WorkCalendar(CalendarSources.usual(Demo.ZONE));

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, 2026-02-25, 2026-02-27",
        "2026-04-30, 2026-05-08, 2026-05-11",
        "2026-09-24, 2026-09-30, 2026-10-09",
        "2025-01-24, 2025-02-05, 2025-02-07",
        "2025-09-26, 2025-09-30, 2025-10-10"
    })
    void the_third_and_fifth_working_day_after_receipt(LocalDate received, LocalDate third, LocalDate fifth) {
        assertThat(calendar.workingDay(received, 3)).isEqualTo(third);
        assertThat(calendar.workingDay(received, 5)).isEqualTo(fifth);
        assertThat(calendar.workingDay(fifth, -2)).isEqualTo(third);
    }

    @Test
    void the_count_ends_at_close_of_business_of_the_last_day() {
        WorkingDays five = new WorkingDays(5);
        for (String received : List.of("2026-02-13T00:00", "2026-02-13T09:30", "2026-02-13T23:59")) {
            assertThat(five.due(calendar, Demo.at(received), List.of())).isEqualTo(Demo.at("2026-02-27T18:00"));
        }
    }

    @Test
    void a_make_up_day_counts_and_a_holiday_does_not() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 14)))
                .as("Saturday, worked")
                .isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 28)))
                .as("Saturday, worked")
                .isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 16)))
                .as("Monday, off")
                .isFalse();
        assertThat(calendar.opening(LocalDate.of(2026, 2, 14))).isEqualTo(Demo.at("2026-02-14T09:00"));
    }
}
