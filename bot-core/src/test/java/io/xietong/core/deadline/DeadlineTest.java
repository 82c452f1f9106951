package io.xietong.core.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import io.xietong.core.calendar.CalendarSources;
import io.xietong.core.calendar.ResponseTime;
import io.xietong.core.calendar.ResponseTime.Mode;
import io.xietong.core.calendar.SpecialDay;
import io.xietong.core.calendar.UntilDay;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.calendar.WorkingWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final WorkCalendar CALENDAR = new WorkCalendar(CalendarSources.usual(Demo.ZONE));
    private static final Instant START = Demo.at("2026-11-24T10:00");
    private static final Terms TERMS = terms(CALENDAR);

    static Terms terms(WorkCalendar calendar) {
        return new Terms(
                new ResponseTime(Mode.NATURAL_ROLLED, Duration.ofHours(24), Duration.ofHours(1)),
                List.of(
                        Rung.percent(50),
                        Rung.percent(75),
                        Rung.percent(90),
                        Rung.due(),
                        Rung.daysAfter(1),
                        Rung.daysAfter(2)),
                calendar);
    }

    private static Deadline armed() {
        return Deadline.arm(Purpose.RESPONSE, 1, "design", START, TERMS);
    }

    private static List<String> names(List<Rung> rungs) {
        return rungs.stream().map(Rung::name).toList();
    }

    @Test
    void rungs_are_spread_over_working_time_and_come_in_order() {
        Deadline deadline = armed();
        assertThat(deadline.dueAt()).contains(Demo.at("2026-11-25T10:00"));
        List<Instant> times =
                TERMS.ladder().stream().map(rung -> rung.at(deadline, CALENDAR)).toList();
        assertThat(times)
                .containsExactly(
                        Demo.at("2026-11-24T15:15"),
                        Demo.at("2026-11-24T17:07:30"),
                        Demo.at("2026-11-25T09:15"),
                        Demo.at("2026-11-25T10:00"),
                        Demo.at("2026-11-26T09:00"),
                        Demo.at("2026-11-27T09:00"));
        assertThat(deadline.nextAt()).contains(times.get(0));
    }

    @Test
    void each_rung_fires_once() {
        Deadline deadline = armed();
        Instant half = Demo.at("2026-11-24T15:15");
        assertThat(deadline.ringing(half.minusMillis(1), TERMS)).isEmpty();
        assertThat(names(deadline.ringing(half, TERMS))).containsExactly("50");
        Deadline rung = deadline.rung(half, TERMS);
        assertThat(rung.ringing(half, TERMS)).isEmpty();
        assertThat(rung.rung(half, TERMS)).isEqualTo(rung);
        assertThat(rung.nextAt()).contains(Demo.at("2026-11-24T17:07:30"));
    }

    @Test
    void after_an_outage_everything_that_was_missed_comes_in_order_and_once() {
        Instant late = Demo.at("2026-11-26T12:00");
        assertThat(names(armed().ringing(late, TERMS))).containsExactly("50", "75", "90", "due", "T+1");
        assertThat(armed().rung(late, TERMS).ringing(late, TERMS)).isEmpty();
    }

    @Test
    void overdue_comes_up_once_per_working_day_until_the_cap() {
        Deadline deadline = armed().rung(Demo.at("2026-11-25T10:00"), TERMS);
        List<String> heard = new ArrayList<>();
        for (Instant at = Demo.at("2026-11-25T10:01");
                at.isBefore(Demo.at("2026-12-10T00:00"));
                at = at.plusSeconds(1800)) {
            heard.addAll(names(deadline.ringing(at, TERMS)));
            deadline = deadline.rung(at, TERMS);
        }
        assertThat(heard).containsExactly("T+1", "T+2");
        assertThat(deadline.nextAt()).isEmpty();
        assertThat(deadline.isOpen()).as("it runs until it is met").isTrue();
    }

    @Test
    void a_pause_stops_the_ringing_and_resuming_puts_off_what_is_left() {
        Deadline paused =
                armed().rung(Demo.at("2026-11-24T15:15"), TERMS).pause(Demo.at("2026-11-24T16:00"), "尺寸?", "zhou.jie");
        assertThat(paused.dueAt()).isEmpty();
        assertThat(paused.nextAt()).isEmpty();
        assertThat(paused.ringing(Demo.at("2026-12-01T10:00"), TERMS)).isEmpty();
        assertThat(paused.percentUsed(Demo.at("2026-11-25T10:00"))).isZero();

        Deadline resumed = paused.resume(Demo.at("2026-11-25T16:00"), TERMS);
        assertThat(resumed.dueAt()).contains(Demo.at("2026-11-26T10:00"));
        assertThat(resumed.fired()).as("what fired stays fired").isEqualTo(1);
        assertThat(resumed.pauses()).hasSize(1);
        assertThat(resumed.pauses().get(0).to()).contains(Demo.at("2026-11-25T16:00"));
    }

    @Test
    void a_changed_calendar_moves_the_end_and_keeps_what_fired() {
        WorkCalendar withHoliday = new WorkCalendar(new CalendarSources(
                Demo.ZONE,
                WorkingWeek.usual(),
                List.of(),
                List.of(SpecialDay.off(LocalDate.of(2026, 11, 25), "司庆")),
                Map.of()));
        Deadline moved = armed().rung(Demo.at("2026-11-24T15:15"), TERMS).recomputed(terms(withHoliday));
        assertThat(moved.dueAt()).contains(Demo.at("2026-11-26T09:00"));
        assertThat(moved.fired()).isEqualTo(1);
        assertThat(moved.met(START).recomputed(TERMS))
                .as("an ended clock does not move")
                .isEqualTo(moved.met(START));
    }

    @Test
    void on_the_dot_is_in_time_and_a_minute_later_is_not() {
        Instant due = Demo.at("2026-11-25T10:00");
        assertThat(armed().isOverdue(due.minusMillis(1))).isFalse();
        assertThat(armed().isOverdue(due)).isTrue();
        assertThat(armed().met(due).isOverdue(due.plusSeconds(9))).isFalse();
        assertThat(armed().met(due.plusSeconds(60)).isOverdue(due)).isTrue();
        assertThat(armed().cancelled(due.plusSeconds(60)).isOverdue(due))
                .as("blame stays")
                .isTrue();
    }

    @Test
    void reminders_that_would_lie_before_the_start_are_behind_already() {
        Terms promise = new Terms(
                new UntilDay(LocalDate.of(2026, 11, 24)),
                List.of(Rung.daysBefore(1), Rung.daysBefore(0), Rung.due()),
                CALENDAR);
        Deadline today = Deadline.arm(Purpose.PROMISE, 1, "design", START, promise);
        assertThat(today.fired()).isEqualTo(2);
        assertThat(today.nextAt()).contains(Demo.at("2026-11-24T18:00"));
    }

    @Test
    void what_reaches_into_an_unpublished_year_is_marked() {
        Terms nextYear = new Terms(new UntilDay(LocalDate.of(2027, 1, 6)), List.of(Rung.due()), CALENDAR);
        assertThat(Deadline.arm(Purpose.PROMISE, 1, "design", START, nextYear).tentative())
                .isTrue();
        assertThat(armed().tentative()).isFalse();
    }
}
