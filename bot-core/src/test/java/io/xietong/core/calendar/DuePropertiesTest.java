package io.xietong.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every start, every set of pauses and every way to count. */
class DuePropertiesTest {

    private static final WorkCalendar CALENDAR = new WorkCalendar(CalendarSources.usual(Demo.ZONE));

    /** A clock as it really runs: pauses lie behind the start, in order, and do not overlap. */
    record Run(Allowance allowance, Instant start, List<Pause> pauses) {
        Instant due() {
            return allowance.due(CALENDAR, start, pauses);
        }
    }

    @Provide
    Arbitrary<Run> runs() {
        Arbitrary<Instant> starts = Arbitraries.longs()
                .between(
                        Demo.at("2025-12-20T00:00").getEpochSecond() / 60,
                        Demo.at("2027-01-10T00:00").getEpochSecond() / 60)
                .map(minute -> Instant.ofEpochSecond(minute * 60));
        Arbitrary<List<Integer>> minutes =
                Arbitraries.integers().between(0, 3000).list().ofMinSize(0).ofMaxSize(8);
        return Combinators.combine(allowances(), starts, minutes).as((allowance, start, gaps) -> {
            Allowance fitting = allowance instanceof UntilDay until
                    ? new UntilDay(CALENDAR.dateOf(start).plusDays(until.day().getDayOfMonth()))
                    : allowance;
            return new Run(fitting, start, pauses(start, gaps));
        });
    }

    private static Arbitrary<Allowance> allowances() {
        return Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.of(ResponseTime.Mode.class),
                                Arbitraries.integers().between(1, 72),
                                Arbitraries.integers().between(0, 4))
                        .as((mode, hours, least) ->
                                new ResponseTime(mode, Duration.ofHours(hours), Duration.ofHours(least))),
                Arbitraries.integers().between(1, 15).map(WorkingDays::new),
                Arbitraries.integers().between(1, 28).map(day -> new UntilDay(LocalDate.of(2026, 1, day))));
    }

    /** Gap, pause, gap, pause … */
    private static List<Pause> pauses(Instant start, List<Integer> minutes) {
        List<Pause> pauses = new ArrayList<>();
        Instant at = start;
        for (int i = 0; i + 1 < minutes.size(); i += 2) {
            Instant from = at.plus(Duration.ofMinutes(minutes.get(i)));
            at = from.plus(Duration.ofMinutes(minutes.get(i + 1)));
            pauses.add(new Pause(from, Optional.of(at), "?", "zhou.jie"));
        }
        return pauses;
    }

    private static boolean promisesWorkingTime(Allowance allowance) {
        return !(allowance instanceof ResponseTime time) || time.mode() != ResponseTime.Mode.NATURAL;
    }

    @Property
    void due_lies_in_working_time_in_every_mode_that_promises_it(@ForAll("runs") Run run) {
        if (promisesWorkingTime(run.allowance()))
            assertThat(CALENDAR.isWorkingTime(run.due())).isTrue();
    }

    @Property
    void due_never_lies_inside_a_pause_nor_before_the_start(@ForAll("runs") Run run) {
        Instant due = run.due();
        assertThat(due).isAfterOrEqualTo(run.start());
        for (Pause pause : run.pauses()) {
            assertThat(due.isAfter(pause.from()) && due.isBefore(pause.to().orElseThrow()))
                    .isFalse();
        }
    }

    @Property
    void one_more_pause_never_makes_it_earlier(@ForAll("runs") Run run) {
        for (int count = 0; count < run.pauses().size(); count++) {
            Instant fewer =
                    run.allowance().due(CALENDAR, run.start(), run.pauses().subList(0, count));
            Instant more =
                    run.allowance().due(CALENDAR, run.start(), run.pauses().subList(0, count + 1));
            assertThat(more).isAfterOrEqualTo(fewer);
        }
    }

    @Property
    void a_longer_pause_never_makes_it_earlier(@ForAll("runs") Run run, @ForAll @IntRange(max = 3000) int longer) {
        if (run.pauses().isEmpty()) return;
        List<Pause> pauses = new ArrayList<>(run.pauses());
        Pause last = pauses.remove(pauses.size() - 1);
        Instant end = last.to().orElseThrow().plus(Duration.ofMinutes(longer));
        pauses.add(new Pause(last.from(), Optional.of(end), last.why(), last.by()));
        assertThat(run.allowance().due(CALENDAR, run.start(), pauses)).isAfterOrEqualTo(run.due());
    }

    @Property
    void a_later_start_never_gives_an_earlier_due(@ForAll("runs") Run run, @ForAll @IntRange(max = 6000) int later) {
        Instant second = run.start().plus(Duration.ofMinutes(later));
        List<Pause> after = run.pauses().stream()
                .filter(pause -> !pause.from().isBefore(second))
                .toList();
        assertThat(run.allowance().due(CALENDAR, second, after))
                .isAfterOrEqualTo(run.allowance().due(CALENDAR, run.start(), after));
    }

    @Property
    void a_share_of_the_time_lies_between_start_and_due_and_grows(@ForAll("runs") Run run) {
        Instant last = run.start();
        for (int percent : List.of(1, 50, 75, 90, 100)) {
            Instant at = Spread.share(CALENDAR, run.start(), run.due(), run.pauses(), percent);
            assertThat(at).isAfterOrEqualTo(last);
            last = at;
        }
        assertThat(last).isBeforeOrEqualTo(run.due());
    }

    @Property(tries = 300)
    void counting_working_days_there_and_back_comes_home(
            @ForAll("runs") Run run, @ForAll @IntRange(min = 1, max = 60) int count) {
        LocalDate start = CALENDAR.nextWorkingDay(CALENDAR.dateOf(run.start()));
        assertThat(CALENDAR.workingDay(CALENDAR.workingDay(start, count), -count))
                .isEqualTo(start);
    }
}
