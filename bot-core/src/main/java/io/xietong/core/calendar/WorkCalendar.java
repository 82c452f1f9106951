package io.xietong.core.calendar;

import io.xietong.core.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which days and hours a company works. Layers, later wins: weekly pattern, statutory year, company days, department days
 * (spec.md section 3). A person's absence is not a layer of time limits: somebody stands in, the clock runs on.
 *
 * <p>Immutable to its callers and thread-safe; days are worked out once and kept.
 */
public final class WorkCalendar {

    /** How far a search for a working day goes before it gives up on the calendar. */
    static final int LONGEST_SEARCH = 400;

    private final CalendarSources sources;
    private final StatutoryDays statutory;
    private final Map<LocalDate, SpecialDay> special;
    private final Map<LocalDate, Day> days = new ConcurrentHashMap<>();
    private final Map<String, WorkCalendar> departments = new ConcurrentHashMap<>();

    public WorkCalendar(CalendarSources sources) {
        this(sources, new StatutoryDays(sources.years()), sources.companyDays());
    }

    private WorkCalendar(CalendarSources sources, StatutoryDays statutory, List<SpecialDay> layers) {
        this.sources = sources;
        this.statutory = statutory;
        this.special = new HashMap<>();
        layers.forEach(day -> special.put(day.date(), day));
    }

    /** The calendar of a department: the company's with the department's own days on top. */
    public WorkCalendar forDepartment(String department) {
        List<SpecialDay> own = sources.departmentDays().get(department);
        if (own == null) return this;
        return departments.computeIfAbsent(department, id -> {
            Map<LocalDate, SpecialDay> layered = new HashMap<>(special);
            own.forEach(day -> layered.put(day.date(), day));
            return new WorkCalendar(sources, statutory, List.copyOf(layered.values()));
        });
    }

    public ZoneId zone() {
        return sources.zone();
    }

    public LocalDate dateOf(Instant instant) {
        return instant.atZone(zone()).toLocalDate();
    }

    public YearState yearState(int year) {
        return statutory.state(year);
    }

    /** Whether a span of time touches a year whose days are not confirmed, so that its end is provisional (「暂估」). */
    public boolean tentative(Instant from, Instant to) {
        for (int year = dateOf(from).getYear(); year <= dateOf(to).getYear(); year++) {
            if (yearState(year) != YearState.CONFIRMED) return true;
        }
        return false;
    }

    public Day day(LocalDate date) {
        return days.computeIfAbsent(date, this::workOut);
    }

    private Day workOut(LocalDate date) {
        List<Interval> usual = sources.week().on(date.getDayOfWeek());
        Optional<SpecialDay> found = Optional.ofNullable(special.get(date)).or(() -> statutory.on(date));
        if (found.isEmpty()) {
            return new Day(date, usual, Message.of(usual.isEmpty() ? "calendar.weekend" : "calendar.workday"), true);
        }
        SpecialDay day = found.get();
        if (!day.working()) return new Day(date, List.of(), Message.of("calendar.off", day.name()), false);
        List<Interval> hours = day.hours().isEmpty() ? sources.week().onMakeUpDay(date.getDayOfWeek()) : day.hours();
        return new Day(date, hours, Message.of("calendar.make-up", day.name()), false);
    }

    public boolean isWorkingDay(LocalDate date) {
        return day(date).working();
    }

    /** Whether work goes on at an instant; the end of an interval still belongs to it. */
    public boolean isWorkingTime(Instant instant) {
        LocalTime time = instant.atZone(zone()).toLocalTime();
        return day(dateOf(instant)).hours().stream().anyMatch(i -> !time.isBefore(i.from()) && !time.isAfter(i.to()));
    }

    /** The first working day from a date on, the date itself included. */
    public LocalDate nextWorkingDay(LocalDate from) {
        return search(from, 1);
    }

    /**
     * The working day that lies a number of working days after day zero, which itself does not count (negative: before it). For
     * 0, day zero itself or else the next working day.
     */
    public LocalDate workingDay(LocalDate dayZero, int count) {
        if (count == 0) return nextWorkingDay(dayZero);
        int step = count > 0 ? 1 : -1;
        LocalDate day = dayZero;
        for (int left = Math.abs(count); left > 0; left--) day = search(day.plusDays(step), step);
        return day;
    }

    private LocalDate search(LocalDate from, int step) {
        LocalDate day = from;
        for (int looked = 0; looked < LONGEST_SEARCH; looked++, day = day.plusDays(step)) {
            if (isWorkingDay(day)) return day;
        }
        throw new IllegalStateException(
                "the calendar has no working day within " + LONGEST_SEARCH + " days of " + from);
    }

    /** When work begins on a working day. */
    public Instant opening(LocalDate workingDay) {
        return at(workingDay, hoursOf(workingDay).get(0).from());
    }

    /** When work ends on a working day. */
    public Instant closing(LocalDate workingDay) {
        List<Interval> hours = hoursOf(workingDay);
        return at(workingDay, hours.get(hours.size() - 1).to());
    }

    private List<Interval> hoursOf(LocalDate date) {
        List<Interval> hours = day(date).hours();
        if (hours.isEmpty()) throw new IllegalArgumentException(date + " is not a working day");
        return hours;
    }

    private Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone()).toInstant();
    }

    /** The instant itself during work, else the next instant at which work begins. */
    public Instant nextWorkingTime(Instant from) {
        return plusWorking(from, Duration.ZERO);
    }

    /** The first instant in working time by which this much working time has passed. */
    public Instant plusWorking(Instant from, Duration length) {
        return plusWorking(from, length, List.of());
    }

    /** The same, where the time within pauses does not count and the result lies in none. */
    Instant plusWorking(Instant from, Duration length, List<Pause> pauses) {
        Duration left = length;
        LocalDate day = dateOf(from);
        for (int looked = 0; looked < LONGEST_SEARCH * 10; looked++, day = day.plusDays(1)) {
            for (Interval interval : day(day).hours()) {
                for (Span span : new Span(at(day, interval.from()), at(day, interval.to()))
                        .after(from)
                        .without(pauses)) {
                    if (left.compareTo(span.length()) <= 0) return span.from().plus(left);
                    left = left.minus(span.length());
                }
            }
        }
        throw new IllegalStateException("no end of " + length + " of working time after " + from);
    }

    /** Working time between two instants; zero when the second is not after the first. */
    public Duration workingBetween(Instant from, Instant to) {
        return workingBetween(from, to, List.of());
    }

    Duration workingBetween(Instant from, Instant to, List<Pause> pauses) {
        Duration sum = Duration.ZERO;
        for (LocalDate day = dateOf(from); !day.isAfter(dateOf(to)); day = day.plusDays(1)) {
            for (Interval interval : day(day).hours()) {
                Span worked = new Span(at(day, interval.from()), at(day, interval.to()))
                        .after(from)
                        .before(to);
                for (Span span : worked.without(pauses)) sum = sum.plus(span.length());
            }
        }
        return sum;
    }
}
