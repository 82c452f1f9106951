package io.xietong.core.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.calendar.CalendarSources;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.meeting.Recurrence.Shift;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {

    private final WorkCalendar calendar = new WorkCalendar(CalendarSources.usual(ZoneId.of("Asia/Shanghai")));

    private LocalDate next(Recurrence rule, String after) {
        return rule.next(LocalDate.parse(after), calendar).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // 每季度首月第一个周三, 遇非工作日顺延: National Day moves October's, New Year leaves January's
        "2025-12-31, 2026-01-07",
        "2026-01-07, 2026-04-01",
        "2026-04-01, 2026-07-01",
        "2026-07-01, 2026-10-08",
        "2026-10-08, 2027-01-06"
    })
    void the_committee_meets_on_the_first_wednesday_of_the_quarter_or_the_next_working_day(String after, String day) {
        Recurrence rule = new Recurrence(
                new Recurrence.Quarterly(1, new Recurrence.MonthlyWeekday(1, DayOfWeek.WEDNESDAY)),
                Shift.NEXT_WORKING_DAY);
        assertThat(next(rule, after)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-02-02",
        "2026-02-02, 2026-02-28",
        "2026-02-28, 2026-03-31",
        "2024-02-01, 2024-02-29",
        "2028-02-01, 2028-02-29",
        "2026-04-01, 2026-04-30"
    })
    void the_31st_of_a_shorter_month_is_its_last_day(String after, String day) {
        Recurrence rule = new Recurrence(new Recurrence.MonthlyOn(31), Shift.NEXT_WORKING_DAY);
        assertThat(next(rule, after)).isEqualTo(day);
    }

    @Test
    void a_day_that_moves_into_the_next_month_is_not_lost() {
        Recurrence rule = new Recurrence(new Recurrence.MonthlyOn(31), Shift.NEXT_WORKING_DAY);
        assertThat(next(rule, "2026-05-30")).isEqualTo("2026-06-01");
        assertThat(next(rule, "2026-05-31")).isEqualTo("2026-06-01");
        assertThat(next(rule, "2026-06-01")).isEqualTo("2026-06-30");
    }

    @Test
    void a_weekly_meeting_in_a_holiday_week_moves_back_or_is_left_out() {
        Recurrence.Pattern fridays = new Recurrence.Weekly(DayOfWeek.FRIDAY);
        assertThat(next(new Recurrence(fridays, Shift.SKIP), "2026-09-25")).isEqualTo("2026-10-09");
        assertThat(next(new Recurrence(fridays, Shift.PREVIOUS_WORKING_DAY), "2026-09-29"))
                .isEqualTo("2026-09-30");
    }

    @Test
    void a_stand_up_meets_on_make_up_days_and_not_on_days_off() {
        Recurrence rule = new Recurrence(new Recurrence.Daily(), Shift.SKIP);
        assertThat(next(rule, "2026-02-13")).isEqualTo("2026-02-14");
        assertThat(next(rule, "2026-02-14")).isEqualTo("2026-02-24");
    }

    @Test
    void the_last_weekday_of_a_month_can_be_its_fourth_or_fifth() {
        Recurrence rule = new Recurrence(new Recurrence.MonthlyWeekday(-1, DayOfWeek.THURSDAY), Shift.NEXT_WORKING_DAY);
        assertThat(next(rule, "2026-07-01")).isEqualTo("2026-07-30");
        assertThat(next(rule, "2026-08-01")).isEqualTo("2026-08-27");
    }
}
