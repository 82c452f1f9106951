package io.xietong.core.calendar;

import com.tyme.holiday.LegalHoliday;
import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarTerm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Statutory days off and make-up working days: from tyme4j for the years whose notice is out, from files where a company has
 * its own, and for the first year after those estimated from the law. Thread-safe.
 */
final class StatutoryDays {

    private static final int FIRST_YEAR = 2002;

    private record Year(YearState state, Map<LocalDate, SpecialDay> days) {}

    private final Map<Integer, Year> years = new ConcurrentHashMap<>();

    StatutoryDays(List<CalendarYear> fromFiles) {
        for (CalendarYear year : fromFiles) years.put(year.year(), new Year(year.state(), byDate(year.days())));
    }

    YearState state(int year) {
        return year(year).state();
    }

    Optional<SpecialDay> on(LocalDate date) {
        return Optional.ofNullable(year(date.getYear()).days().get(date));
    }

    private Year year(int year) {
        Year known = years.get(year);
        if (known != null) return known;
        Year found = find(year);
        years.put(year, found);
        return found;
    }

    private Year find(int year) {
        Map<LocalDate, SpecialDay> published = published(year);
        if (!published.isEmpty()) return new Year(YearState.CONFIRMED, published);
        boolean nextToCome = year > FIRST_YEAR && isConfirmed(year - 1);
        return nextToCome
                ? new Year(YearState.PROVISIONAL, byDate(estimate(year)))
                : new Year(YearState.MISSING, Map.of());
    }

    /** Not asked of {@link #year} itself, which would go back through all years before. */
    private boolean isConfirmed(int year) {
        Year known = years.get(year);
        return known != null
                ? known.state() == YearState.CONFIRMED
                : !published(year).isEmpty();
    }

    /** Every year's notice begins with New Year's Day; asking for each day costs a start dearly. */
    private static Map<LocalDate, SpecialDay> published(int year) {
        if (year < FIRST_YEAR) return Map.of();
        Map<LocalDate, SpecialDay> days = new HashMap<>();
        LegalHoliday holiday = LegalHoliday.fromYmd(year, 1, 1);
        while (holiday != null && holiday.getDay().getYear() == year) {
            LocalDate day = solar(holiday.getDay());
            days.put(day, new SpecialDay(day, holiday.isWork(), holiday.getName(), List.of()));
            holiday = holiday.next(1);
        }
        return days;
    }

    /** 全国年节及纪念日放假办法 as of 2025: the days themselves, without make-up days, which only the yearly notice names. */
    private static List<SpecialDay> estimate(int year) {
        List<SpecialDay> days = new ArrayList<>();
        add(days, LocalDate.of(year, 1, 1), 1, "元旦");
        add(days, lunar(year, 1, 1).minusDays(1), 4, "春节");
        add(days, solar(SolarTerm.fromIndex(year, 7).getSolarDay()), 1, "清明");
        add(days, LocalDate.of(year, 5, 1), 2, "劳动节");
        add(days, lunar(year, 5, 5), 1, "端午");
        add(days, lunar(year, 8, 15), 1, "中秋");
        add(days, LocalDate.of(year, 10, 1), 3, "国庆");
        return days;
    }

    private static void add(List<SpecialDay> days, LocalDate first, int count, String name) {
        for (int i = 0; i < count; i++) days.add(SpecialDay.off(first.plusDays(i), name));
    }

    private static LocalDate lunar(int year, int month, int day) {
        return solar(LunarDay.fromYmd(year, month, day).getSolarDay());
    }

    private static LocalDate solar(com.tyme.solar.SolarDay day) {
        return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
    }

    private static Map<LocalDate, SpecialDay> byDate(List<SpecialDay> days) {
        return days.stream().collect(Collectors.toMap(SpecialDay::date, day -> day, (first, later) -> later));
    }
}
