package io.xietong.core.chat;

import io.xietong.core.text.Message;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the day people mean: 「周五」「下周三」「11月27日」「3个工作日后」 "next Wed", "Nov 27". Works on folded text. */
public final class SpokenDate {

    private SpokenDate() {}

    /** What was found, and where in the text it stands. */
    public sealed interface Found {
        int start();

        int end();
    }

    public record On(LocalDate date, int start, int end) implements Found {}

    /** 「周五」 said on a Friday. */
    public record Either(LocalDate today, LocalDate nextWeek, int start, int end) implements Found {}

    /** A day that does not exist, or is over. */
    public record Impossible(Message why, int start, int end) implements Found {}

    public record None() implements Found {
        @Override
        public int start() {
            return -1;
        }

        @Override
        public int end() {
            return -1;
        }
    }

    private static final String END = "(?:之前|以前|前|以内|之内|内|下班前|中午前)?";
    private static final String WEEKDAY = "(?:周|星期|礼拜)([一二三四五六日天1-6])";
    private static final String ENGLISH_DAY =
            "(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?";
    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final String COUNT = "(\\d{1,3}|[一二两三四五六七八九十])";

    private interface Meaning {
        Found of(Matcher matcher, LocalDate today, Predicate<LocalDate> workingDay);
    }

    private record Way(Pattern pattern, Meaning meaning) {}

    private static final List<Way> WAYS = List.of(
            way("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*[日号]?" + END, SpokenDate::full),
            way("(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]?" + END, (m, today, w) -> monthDay(m, 1, 2, today)),
            way(
                    "(?<![\\d.])(\\d{1,2})\\s*[-/]\\s*(\\d{1,2})(?![\\d])" + END,
                    (m, today, w) -> monthDay(m, 1, 2, today)),
            way("\\b" + MONTH + "\\s*(\\d{1,2})(?:st|nd|rd|th)?\\b", (m, today, w) -> english(m, 1, 2, today)),
            way("\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+" + MONTH + "\\b", (m, today, w) -> english(m, 2, 1, today)),
            way(COUNT + "\\s*个?工作日(?:之后|以后|后|之内|以内|内)?", SpokenDate::workingDays),
            way("(?:in|within)?\\s*(\\d{1,3})\\s*(?:working|business)\\s*days?", SpokenDate::workingDays),
            way(COUNT + "\\s*天(?:之后|以后|后|之内|以内|内)", (m, today, w) -> on(m, today.plusDays(count(m.group(1))))),
            way("\\bin\\s+(\\d{1,3})\\s+days?\\b", (m, today, w) -> on(m, today.plusDays(count(m.group(1))))),
            way(
                    COUNT + "\\s*(?:周|个?星期|个?礼拜)(?:之后|以后|后|之内|以内|内)",
                    (m, today, w) -> on(m, today.plusWeeks(count(m.group(1))))),
            way(
                    "\\bin\\s+(\\d{1,2}|a)\\s+weeks?\\b",
                    (m, today, w) -> on(m, today.plusWeeks(m.group(1).equals("a") ? 1 : count(m.group(1))))),
            way("大后天" + END, (m, today, w) -> on(m, today.plusDays(3))),
            way("后天" + END, (m, today, w) -> on(m, today.plusDays(2))),
            way("(?:明天|明日|明早|明晚)" + END, (m, today, w) -> on(m, today.plusDays(1))),
            way("(?:今天|今日|今晚)(?:下班)?" + END, (m, today, w) -> on(m, today)),
            way("下班前", (m, today, w) -> on(m, today)),
            way("\\bday after tomorrow\\b", (m, today, w) -> on(m, today.plusDays(2))),
            way("\\btomorrow\\b", (m, today, w) -> on(m, today.plusDays(1))),
            way("\\b(?:today|eod|tonight)\\b", (m, today, w) -> on(m, today)),
            way("下下个?" + WEEKDAY + END, (m, today, w) -> on(m, inWeek(today, 2, day(m.group(1))))),
            way("下个?" + WEEKDAY + END, (m, today, w) -> on(m, inWeek(today, 1, day(m.group(1))))),
            way("(?:本|这|这个)" + WEEKDAY + END, (m, today, w) -> notPast(m, inWeek(today, 0, day(m.group(1))), today)),
            way(WEEKDAY + END, (m, today, w) -> weekday(m, day(m.group(1)), today)),
            way("\\bnext\\s+" + ENGLISH_DAY + "\\b", (m, today, w) -> on(m, inWeek(today, 1, englishDay(m.group(1))))),
            way(
                    "\\bthis\\s+" + ENGLISH_DAY + "\\b",
                    (m, today, w) -> notPast(m, inWeek(today, 0, englishDay(m.group(1))), today)),
            way("\\b" + ENGLISH_DAY + "\\b", (m, today, w) -> weekday(m, englishDay(m.group(1)), today)),
            way("(?:本周末|周末)" + END, (m, today, w) -> on(m, inWeek(today, 0, DayOfWeek.SUNDAY))),
            way(
                    "(?:本周|这周|week's end)(?:内|之内)?",
                    (m, today, w) -> on(m, notBefore(inWeek(today, 0, DayOfWeek.FRIDAY), today))),
            way("下周(?:内|之内|前)?", (m, today, w) -> on(m, inWeek(today, 1, DayOfWeek.FRIDAY))),
            way("\\bnext week\\b", (m, today, w) -> on(m, inWeek(today, 1, DayOfWeek.FRIDAY))),
            way("(?:本月底|月底|月末)" + END, (m, today, w) -> on(m, today.with(TemporalAdjusters.lastDayOfMonth()))),
            way("下个?月底" + END, (m, today, w) -> on(m, today.plusMonths(1).with(TemporalAdjusters.lastDayOfMonth()))),
            way("(?<!\\d)(\\d{1,2})\\s*[号日](?!\\S*[:：])" + END, (m, today, w) -> dayOfMonth(m, today)));

    private static final Map<String, Integer> NUMERALS = Map.ofEntries(
            Map.entry("一", 1),
            Map.entry("二", 2),
            Map.entry("两", 2),
            Map.entry("三", 3),
            Map.entry("四", 4),
            Map.entry("五", 5),
            Map.entry("六", 6),
            Map.entry("七", 7),
            Map.entry("八", 8),
            Map.entry("九", 9),
            Map.entry("十", 10));

    private static Way way(String pattern, Meaning meaning) {
        return new Way(Pattern.compile(pattern), meaning);
    }

    /** The first way that fits anywhere in the text, more exact ways before vaguer ones. */
    public static Found find(String folded, LocalDate today, Predicate<LocalDate> workingDay) {
        for (Way way : WAYS) {
            Matcher matcher = way.pattern().matcher(folded);
            if (matcher.find()) return way.meaning().of(matcher, today, workingDay);
        }
        return new None();
    }

    private static Found on(Matcher m, LocalDate date) {
        return new On(date, m.start(), m.end());
    }

    private static Found full(Matcher m, LocalDate today, Predicate<LocalDate> workingDay) {
        return real(m, count(m.group(1)), count(m.group(2)), count(m.group(3)))
                .map(date -> notPast(m, date, today))
                .orElseGet(() -> impossible(m));
    }

    private static Found monthDay(Matcher m, int month, int day, LocalDate today) {
        return yearless(m, count(m.group(month)), count(m.group(day)), today);
    }

    private static Found english(Matcher m, int month, int day, LocalDate today) {
        int index = "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(m.group(month)) / 3 + 1;
        return yearless(m, index, count(m.group(day)), today);
    }

    /** This year's day, or next year's when this year's is more than half a year ago. */
    private static Found yearless(Matcher m, int month, int day, LocalDate today) {
        Optional<LocalDate> thisYear = real(m, today.getYear(), month, day);
        if (thisYear.isEmpty()) return impossible(m);
        if (thisYear.get().isBefore(today.minusMonths(6))) {
            return real(m, today.getYear() + 1, month, day)
                    .map(date -> on(m, date))
                    .orElseGet(() -> impossible(m));
        }
        return notPast(m, thisYear.get(), today);
    }

    private static Found dayOfMonth(Matcher m, LocalDate today) {
        int day = count(m.group(1));
        LocalDate month = day < today.getDayOfMonth() ? today.plusMonths(1) : today;
        return real(m, month.getYear(), month.getMonthValue(), day)
                .map(date -> on(m, date))
                .orElseGet(() -> impossible(m));
    }

    private static Found workingDays(Matcher m, LocalDate today, Predicate<LocalDate> workingDay) {
        LocalDate day = today;
        int left = count(m.group(1));
        for (int looked = 0; left > 0 && looked < 1000; looked++) {
            day = day.plusDays(1);
            if (workingDay.test(day)) left--;
        }
        return on(m, day);
    }

    private static Found weekday(Matcher m, DayOfWeek weekday, LocalDate today) {
        LocalDate next = today.with(TemporalAdjusters.next(weekday));
        if (today.getDayOfWeek() == weekday) return new Either(today, next, m.start(), m.end());
        return on(m, next);
    }

    private static Found notPast(Matcher m, LocalDate date, LocalDate today) {
        if (!date.isBefore(today)) return on(m, date);
        return new Impossible(Message.of("phrase.date.past", date), m.start(), m.end());
    }

    private static Found impossible(Matcher m) {
        return new Impossible(Message.of("phrase.date.impossible", m.group().strip()), m.start(), m.end());
    }

    private static Optional<LocalDate> real(Matcher m, int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate inWeek(LocalDate today, int weeksAhead, DayOfWeek day) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(weeksAhead)
                .with(TemporalAdjusters.nextOrSame(day));
    }

    private static LocalDate notBefore(LocalDate date, LocalDate today) {
        return date.isBefore(today) ? today : date;
    }

    private static DayOfWeek day(String numeral) {
        if (numeral.equals("日") || numeral.equals("天")) return DayOfWeek.SUNDAY;
        return DayOfWeek.of(count(numeral));
    }

    private static DayOfWeek englishDay(String name) {
        return DayOfWeek.of("montuewedthufrisatsun".indexOf(name.substring(0, 3)) / 3 + 1);
    }

    private static int count(String numeral) {
        Integer known = NUMERALS.get(numeral);
        return known != null ? known : Integer.parseInt(numeral);
    }
}
