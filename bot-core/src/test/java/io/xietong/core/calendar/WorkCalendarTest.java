package io.xietong.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.xietong.core.Demo;
import io.xietong.core.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private final WorkCalendar usual = new WorkCalendar(CalendarSources.usual(Demo.ZONE));

    private static CalendarSources sources(
            List<CalendarYear> years, List<SpecialDay> company, Map<String, List<SpecialDay>> departments) {
        return new CalendarSources(Demo.ZONE, WorkingWeek.usual(), years, company, departments);
    }

    @Test
    void lunch_is_not_working_time() {
        assertThat(usual.isWorkingTime(Demo.at("2026-11-24T11:59"))).isTrue();
        assertThat(usual.isWorkingTime(Demo.at("2026-11-24T12:30"))).isFalse();
        assertThat(usual.nextWorkingTime(Demo.at("2026-11-24T12:30"))).isEqualTo(Demo.at("2026-11-24T13:30"));
        assertThat(usual.plusWorking(Demo.at("2026-11-24T11:00"), Duration.ofHours(2)))
                .isEqualTo(Demo.at("2026-11-24T14:30"));
        assertThat(usual.workingBetween(Demo.at("2026-11-24T11:00"), Demo.at("2026-11-24T14:30")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(usual.workingBetween(Demo.at("2026-11-24T18:00"), Demo.at("2026-11-25T09:00")))
                .isZero();
    }

    @Test
    void company_days_win_over_statutory_ones_and_department_days_over_both() {
        LocalDate nationalDay = LocalDate.of(2026, 10, 1);
        WorkCalendar calendar = new WorkCalendar(sources(
                List.of(),
                List.of(SpecialDay.off(TUESDAY, "司庆"), SpecialDay.working(nationalDay, "值班")),
                Map.of(
                        "production",
                        List.of(
                                SpecialDay.working(TUESDAY, "赶工"),
                                new SpecialDay(
                                        TUESDAY.plusDays(4),
                                        true,
                                        "盘点",
                                        List.of(new Interval(LocalTime.of(8, 0), LocalTime.of(10, 0))))))));
        assertThat(calendar.isWorkingDay(TUESDAY)).isFalse();
        assertThat(calendar.day(TUESDAY).why()).isEqualTo(Message.of("calendar.off", "司庆"));
        assertThat(calendar.isWorkingDay(nationalDay)).isTrue();
        WorkCalendar production = calendar.forDepartment("production");
        assertThat(production.isWorkingDay(TUESDAY)).isTrue();
        assertThat(production.isWorkingDay(nationalDay)).isTrue();
        assertThat(production.closing(TUESDAY.plusDays(4))).isEqualTo(Demo.at("2026-11-28T10:00"));
        assertThat(calendar.forDepartment("design")).isSameAs(calendar);
    }

    @Test
    void a_year_is_confirmed_provisional_or_missing() {
        assertThat(usual.yearState(2026)).isEqualTo(YearState.CONFIRMED);
        assertThat(usual.yearState(2027)).isEqualTo(YearState.PROVISIONAL);
        assertThat(usual.yearState(2028)).isEqualTo(YearState.MISSING);
        assertThat(usual.isWorkingDay(LocalDate.of(2027, 2, 8)))
                .as("Spring Festival, estimated")
                .isFalse();
        assertThat(usual.isWorkingDay(LocalDate.of(2027, 10, 1))).isFalse();
        assertThat(usual.isWorkingDay(LocalDate.of(2028, 10, 2)))
                .as("nothing known of 2028")
                .isTrue();

        WorkCalendar confirmed = new WorkCalendar(
                sources(List.of(new CalendarYear(2027, YearState.CONFIRMED, List.of())), List.of(), Map.of()));
        assertThat(confirmed.yearState(2027)).isEqualTo(YearState.CONFIRMED);
        assertThat(confirmed.yearState(2028)).isEqualTo(YearState.PROVISIONAL);
        assertThat(confirmed.isWorkingDay(LocalDate.of(2027, 10, 1)))
                .as("the file replaces the law")
                .isTrue();
    }

    @Test
    void what_crosses_an_unconfirmed_year_is_tentative() {
        assertThat(usual.tentative(Demo.at("2026-12-30T10:00"), Demo.at("2026-12-31T18:00")))
                .isFalse();
        assertThat(usual.tentative(Demo.at("2026-12-30T10:00"), Demo.at("2027-01-04T18:00")))
                .isTrue();
        assertThat(new WorkingDays(5).explain(usual, Demo.at("2026-12-30T10:00"), List.of()))
                .contains(Message.of("calendar.explain.tentative"));
    }

    @Test
    void a_day_in_a_far_year_is_answered_at_once() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(new WorkCalendar(CalendarSources.usual(Demo.ZONE)).yearState(9999))
                    .isEqualTo(YearState.MISSING);
            assertThat(new WorkCalendar(CalendarSources.usual(Demo.ZONE)).nextWorkingDay(LocalDate.of(9999, 12, 30)))
                    .isEqualTo(LocalDate.of(9999, 12, 30));
        });
    }

    @Test
    void a_calendar_without_working_days_fails_with_a_sentence_and_does_not_hang() {
        WorkCalendar never = new WorkCalendar(
                new CalendarSources(Demo.ZONE, new WorkingWeek(Map.of()), List.of(), List.of(), Map.of()));
        Instant now = Demo.at("2026-11-24T10:00");
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThatThrownBy(() -> never.nextWorkingDay(LocalDate.of(2030, 3, 1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the calendar has no working day within 400 days of 2030-03-01");
            assertThatThrownBy(() -> never.plusWorking(now, Duration.ofHours(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("no end of PT1H of working time");
        });
    }

    @Test
    void the_zone_of_the_company_rules_not_that_of_the_machine() {
        WorkCalendar chicago = new WorkCalendar(CalendarSources.usual(ZoneId.of("America/Chicago")));
        Instant opening = chicago.opening(LocalDate.of(2026, 3, 9));
        assertThat(opening).isEqualTo(Instant.parse("2026-03-09T14:00:00Z"));
        assertThat(usual.opening(LocalDate.of(2026, 3, 9))).isEqualTo(Instant.parse("2026-03-09T01:00:00Z"));
        assertThat(chicago.workingBetween(Instant.parse("2026-03-06T23:00:00Z"), Instant.parse("2026-03-09T15:00:00Z")))
                .as("the clocks went forward between")
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void nonsense_in_the_sources_is_refused() {
        assertThatThrownBy(() -> new Interval(LocalTime.NOON, LocalTime.NOON))
                .hasMessageContaining("an interval ends after it begins");
        assertThatThrownBy(() ->
                        new CalendarYear(2026, YearState.CONFIRMED, List.of(SpecialDay.off(TUESDAY.plusYears(1), "x"))))
                .hasMessageContaining("2027-11-24 is not in 2026");
        assertThatThrownBy(() -> usual.opening(LocalDate.of(2026, 11, 28))).hasMessageContaining("not a working day");
    }
}
