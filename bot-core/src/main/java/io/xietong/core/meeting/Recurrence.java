package io.xietong.core.meeting;

import io.xietong.core.calendar.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * On which days a series meets. Rules name a day of the company's calendar and what happens when it is off; the same rule and
 * calendar always give the same days. Immutable.
 *
 * @param pattern which days the rule names
 * @param shift   what happens when a named day is off
 */
public record Recurrence(Pattern pattern, Shift shift) {

    /** How far {@link #next} looks before it says that there is none, in days; longer than any pattern's period. */
    private static final int LONGEST_SEARCH = 500;
    /** A day named so long ago can still have been moved past the date, in days; longer than any stretch of days off. */
    private static final int LONGEST_SHIFT = 31;

    /** What happens when the day is off. */
    public enum Shift {
        /** The next working day. */
        NEXT_WORKING_DAY,
        /** The working day before. */
        PREVIOUS_WORKING_DAY,
        /** It is left out this time. */
        SKIP
    }

    /** Which days a rule names. */
    public sealed interface Pattern {

        boolean names(LocalDate day);
    }

    /** Every day: a daily stand-up, which leaves out days off. */
    public record Daily() implements Pattern {

        @Override
        public boolean names(LocalDate day) {
            return true;
        }
    }

    /** A weekday of every week. */
    public record Weekly(DayOfWeek weekday) implements Pattern {

        @Override
        public boolean names(LocalDate day) {
            return day.getDayOfWeek() == weekday;
        }
    }

    /**
     * A day of every month; of a shorter month its last one.
     *
     * @param day 1 to 31
     */
    public record MonthlyOn(int day) implements Pattern {

        public MonthlyOn {
            if (day < 1 || day > 31) throw new IllegalArgumentException("no month has a day " + day);
        }

        @Override
        public boolean names(LocalDate date) {
            return date.getDayOfMonth() == Math.min(day, date.lengthOfMonth());
        }
    }

    /**
     * A weekday of every month: its first, second … or, for -1, its last.
     *
     * @param ordinal 1 to 4, or -1
     */
    public record MonthlyWeekday(int ordinal, DayOfWeek weekday) implements Pattern {

        public MonthlyWeekday {
            if (ordinal != -1 && (ordinal < 1 || ordinal > 4)) throw new IllegalArgumentException("ordinal " + ordinal);
        }

        @Override
        public boolean names(LocalDate day) {
            return day.equals(YearMonth.from(day).atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday)));
        }
    }

    /**
     * A monthly rule in one month of each quarter.
     *
     * @param month   1 to 3: the quarter's first, second or third
     * @param inMonth the rule in that month
     */
    public record Quarterly(int month, Pattern inMonth) implements Pattern {

        public Quarterly {
            if (month < 1 || month > 3) throw new IllegalArgumentException("a quarter has no month " + month);
        }

        @Override
        public boolean names(LocalDate day) {
            return (day.getMonthValue() - 1) % 3 + 1 == month && inMonth.names(day);
        }
    }

    /** The first day after a date on which the series meets; empty when a year and a half brings none. */
    public Optional<LocalDate> next(LocalDate after, WorkCalendar calendar) {
        return IntStream.range(-LONGEST_SHIFT, LONGEST_SEARCH)
                .mapToObj(after::plusDays)
                .filter(pattern::names)
                .flatMap(named -> shifted(named, calendar).stream())
                .filter(day -> day.isAfter(after))
                .findFirst();
    }

    /**
     * A day on which the series meets.
     *
     * @param named the day that the rule names; stays the same when the calendar changes
     * @param day   the day to which it is moved when that one is off
     */
    public record Occurrence(LocalDate named, LocalDate day) {}

    /** The first day that is named after a date and is not left out; empty when a year and a half brings none. */
    public Optional<Occurrence> after(LocalDate date, WorkCalendar calendar) {
        return IntStream.range(1, LONGEST_SEARCH)
                .mapToObj(date::plusDays)
                .filter(pattern::names)
                .flatMap(named -> shifted(named, calendar).map(day -> new Occurrence(named, day)).stream())
                .findFirst();
    }

    private Optional<LocalDate> shifted(LocalDate named, WorkCalendar calendar) {
        if (calendar.isWorkingDay(named)) return Optional.of(named);
        return switch (shift) {
            case NEXT_WORKING_DAY -> Optional.of(calendar.nextWorkingDay(named));
            case PREVIOUS_WORKING_DAY -> Optional.of(calendar.workingDay(named, -1));
            case SKIP -> Optional.empty();
        };
    }
}
