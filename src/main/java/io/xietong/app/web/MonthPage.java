package io.xietong.app.web;

import io.xietong.app.desk.Boards.DayMark;
import io.xietong.app.desk.Boards.MeetingLine;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The meetings of a month, as a sheet of a calendar and as a list.
 *
 * @param days all of the month
 */
public record MonthPage(YearMonth month, LocalDate today, List<DayMark> days, List<MeetingLine> meetings) {

    private static final int DAYS = 7;

    /** The weeks from Monday to Sunday; empty places before the first and after the last day. */
    public List<List<Optional<DayMark>>> weeks() {
        List<Optional<DayMark>> places = new ArrayList<>();
        for (int before = 1; before < month.atDay(1).getDayOfWeek().getValue(); before++) places.add(Optional.empty());
        days.forEach(day -> places.add(Optional.of(day)));
        while (places.size() % DAYS != 0) places.add(Optional.empty());
        List<List<Optional<DayMark>>> weeks = new ArrayList<>();
        for (int from = 0; from < places.size(); from += DAYS) weeks.add(places.subList(from, from + DAYS));
        return weeks;
    }

    public List<MeetingLine> on(LocalDate day) {
        return meetings.stream().filter(one -> one.day().equals(day)).toList();
    }

    /** The days that have meetings, in their order. */
    public List<LocalDate> busy() {
        TreeMap<LocalDate, Boolean> days = new TreeMap<>();
        meetings.forEach(one -> days.put(one.day(), true));
        return List.copyOf(days.keySet());
    }

    /** Names of the days of the week from Monday. */
    public List<String> weekdays(Words words) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.SHORT, locale(words.language())))
                .toList();
    }

    public String title(Words words) {
        String pattern = words.language() == Language.CHINESE ? "yyyy年M月" : "MMMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, locale(words.language())).format(month);
    }

    private static Locale locale(Language language) {
        return language == Language.CHINESE ? Locale.SIMPLIFIED_CHINESE : Locale.UK;
    }
}
