package io.xietong.core.chat;

import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;
import static java.time.temporal.TemporalAdjusters.lastDayOfYear;

import io.xietong.core.text.Message;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** Nobody promises a day that is further off. */
    private static final int YEARS_AHEAD = 3;

    private static final String END = "(?:上午|中午|下午|晚上|下班)?(?:之前|以前|前|以内|之内|内)?";
    private static final String NOT_PAST = "(?<![上每])(?<![上每]个)";
    private static final String WEEKDAY = "(?:周|星期|礼拜)([一二三四五六日天1-6])";
    private static final String ENGLISH_DAY =
            "(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?";
    private static final String MONTH =
            "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?";
    private static final String NUMBER = "(\\d{1,3}|[一二两三四五六七八九十]{1,3})";
    private static final String MEASURE = "(?!\\s{0,3}(?:[张个份套页版人次天件米点周月年分楼号组岁倍]|小时|cm|mm|px|%))";

    private interface Meaning {
        Found of(Matcher matcher, LocalDate today, Predicate<LocalDate> workingDay);
    }

    private record Way(Pattern pattern, Meaning meaning) {}

    /** More exact ways before vaguer ones. */
    private static final List<Way> WAYS = List.of(
            way(
                    "(?<!\\d)(\\d{4})\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})(?!\\d)\\s?[日号]?" + END,
                    SpokenDate::full),
            way(NUMBER + "\\s?月\\s?" + NUMBER + "\\s?[日号]?" + END, (m, today, w) -> monthDay(m, today)),
            way(
                    "(?<![\\d./-])(\\d{1,2})\\s?[-/]\\s?(\\d{1,2})(?![\\d./-])" + MEASURE + END,
                    (m, today, w) -> numeric(m, today)),
            way("(?<![\\d.])(\\d{1,2})\\.(\\d{1,2})(?:号|日|之前|前)", (m, today, w) -> numeric(m, today)),
            way("\\b" + MONTH + "\\s*(\\d{1,2})(?:st|nd|rd|th)?\\b", (m, today, w) -> english(m, 1, 2, today)),
            way("\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+" + MONTH + "\\b", (m, today, w) -> english(m, 2, 1, today)),
            way(NUMBER + "\\s?个?工作日(?:之后|以后|后|之内|以内|内)?", SpokenDate::workingDays),
            way("(?:in |within )?(\\d{1,3})\\s?(?:working|business)\\s?days?", SpokenDate::workingDays),
            way(NUMBER + "\\s?天(?:之后|以后|后|之内|以内|内)", (m, today, w) -> on(m, today.plusDays(count(m.group(1))))),
            way("\\bin\\s(\\d{1,3})\\sdays?\\b", (m, today, w) -> on(m, today.plusDays(count(m.group(1))))),
            way(
                    NUMBER + "\\s?(?:周|个?星期|个?礼拜)(?:之后|以后|后|之内|以内|内)",
                    (m, today, w) -> on(m, today.plusWeeks(count(m.group(1))))),
            way(
                    "\\bin\\s(\\d{1,2}|a)\\sweeks?\\b",
                    (m, today, w) -> on(m, today.plusWeeks(m.group(1).equals("a") ? 1 : count(m.group(1))))),
            way("大后[天儿]个?" + END, (m, today, w) -> on(m, today.plusDays(3))),
            way("后[天儿]个?" + END, (m, today, w) -> on(m, today.plusDays(2))),
            way("明[天儿日早晚]个?" + END, (m, today, w) -> on(m, today.plusDays(1))),
            way("今[天儿日晚]个?" + END, (m, today, w) -> on(m, today)),
            way("\\bday after tomorrow\\b", (m, today, w) -> on(m, today.plusDays(2))),
            way("\\b(?:tomorrow|tmrw?)\\b", (m, today, w) -> on(m, today.plusDays(1))),
            way("\\b(?:today|eod|tonight)\\b", (m, today, w) -> on(m, today)),
            way("下下个?" + WEEKDAY + END, (m, today, w) -> on(m, inWeek(today, 2, day(m.group(1))))),
            way("下个?" + WEEKDAY + END, (m, today, w) -> on(m, inWeek(today, 1, day(m.group(1))))),
            way("(?:本|这|这个)" + WEEKDAY + END, (m, today, w) -> notPast(m, inWeek(today, 0, day(m.group(1))), today)),
            way(NOT_PAST + WEEKDAY + END, (m, today, w) -> weekday(m, day(m.group(1)), today)),
            way("\\bnext\\s" + ENGLISH_DAY + "\\b", (m, today, w) -> on(m, inWeek(today, 1, englishDay(m.group(1))))),
            way(
                    "\\bthis\\s" + ENGLISH_DAY + "\\b",
                    (m, today, w) -> notPast(m, inWeek(today, 0, englishDay(m.group(1))), today)),
            way(
                    "(?<!last )(?<!every )\\b" + ENGLISH_DAY + "\\b",
                    (m, today, w) -> weekday(m, englishDay(m.group(1)), today)),
            way("(?<!上)(?:本周末|周末)" + END, (m, today, w) -> on(m, inWeek(today, 0, DayOfWeek.SUNDAY))),
            way("(?:本周|这周)(?:之?内)?", (m, today, w) -> on(m, notBefore(inWeek(today, 0, DayOfWeek.FRIDAY), today))),
            way("下周(?:之?[内前])?", (m, today, w) -> on(m, inWeek(today, 1, DayOfWeek.FRIDAY))),
            way("\\bnext week\\b", (m, today, w) -> on(m, inWeek(today, 1, DayOfWeek.FRIDAY))),
            way("下个?月[底末]" + END, (m, today, w) -> on(m, today.plusMonths(1).with(lastDayOfMonth()))),
            way("(?<!上个?)(?:本|这个)?月[底末]" + END, (m, today, w) -> on(m, today.with(lastDayOfMonth()))),
            way("年[底末]" + END, (m, today, w) -> on(m, today.with(lastDayOfYear()))),
            way("下个?月初" + END, (m, today, w) -> on(m, today.plusMonths(1).withDayOfMonth(1))),
            way("下个?月\\s?" + NUMBER + "\\s?[号日]" + END, (m, today, w) -> dayOf(m, today.plusMonths(1))),
            way("(?<![\\d#])(\\d{1,2})\\s?[号日](?!\\S{0,6}[:：楼线])" + END, SpokenDate::dayOfMonth),
            way("([一二三四五六七八九十]{1,3})号(?!\\S{0,6}[:：楼线门机厅会])" + END, SpokenDate::dayOfMonth),
            way("下班前", (m, today, w) -> on(m, today)));

    private static final Map<Character, Integer> NUMERALS = Map.ofEntries(
            Map.entry('一', 1),
            Map.entry('二', 2),
            Map.entry('两', 2),
            Map.entry('三', 3),
            Map.entry('四', 4),
            Map.entry('五', 5),
            Map.entry('六', 6),
            Map.entry('七', 7),
            Map.entry('八', 8),
            Map.entry('九', 9),
            Map.entry('十', 10));

    private static Way way(String pattern, Meaning meaning) {
        return new Way(Pattern.compile(pattern), meaning);
    }

    /** The first day in the text that is named in the most exact way; digits that only look like a day are passed over. */
    public static Found find(String folded, LocalDate today, Predicate<LocalDate> workingDay) {
        for (Way way : WAYS) {
            Matcher matcher = way.pattern().matcher(folded);
            while (matcher.find()) {
                Found found = way.meaning().of(matcher, today, workingDay);
                if (!(found instanceof None)) return notTooFar(found, today);
            }
        }
        return new None();
    }

    /** All days in the text in the order in which they stand there, at most {@code most}. */
    static List<Found> findAll(String folded, LocalDate today, Predicate<LocalDate> workingDay, int most) {
        List<Found> all = new ArrayList<>();
        String rest = folded;
        for (Found found = find(rest, today, workingDay);
                all.size() < most && !(found instanceof None);
                found = find(rest, today, workingDay)) {
            all.add(found);
            String blank = "\n".repeat(found.end() - found.start());
            rest = rest.substring(0, found.start()) + blank + rest.substring(found.end());
        }
        all.sort(Comparator.comparingInt(Found::start));
        return all;
    }

    private static Found notTooFar(Found found, LocalDate today) {
        boolean far = found instanceof On on && on.date().isAfter(today.plusYears(YEARS_AHEAD));
        return far
                ? new Impossible(
                        Message.of("phrase.date.too-far", today.plusYears(YEARS_AHEAD)), found.start(), found.end())
                : found;
    }

    private static Found on(Matcher m, LocalDate date) {
        return new On(date, m.start(), m.end());
    }

    private static Found full(Matcher m, LocalDate today, Predicate<LocalDate> workingDay) {
        return real(count(m.group(1)), count(m.group(2)), count(m.group(3)))
                .map(date -> notPast(m, date, today))
                .orElseGet(() -> impossible(m));
    }

    private static Found monthDay(Matcher m, LocalDate today) {
        return yearless(m, count(m.group(1)), count(m.group(2)), today);
    }

    /** 「12/3」 may be a day; 「60-90」 is not one. */
    private static Found numeric(Matcher m, LocalDate today) {
        int month = count(m.group(1));
        int day = count(m.group(2));
        return month < 1 || month > 12 || day < 1 || day > 31 ? new None() : yearless(m, month, day, today);
    }

    private static Found english(Matcher m, int month, int day, LocalDate today) {
        int index = "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(m.group(month)) / 3 + 1;
        return yearless(m, index, count(m.group(day)), today);
    }

    /** This year's day, or next year's when this year's month ended more than half a year ago. */
    private static Found yearless(Matcher m, int month, int day, LocalDate today) {
        if (month < 1 || month > 12) return impossible(m);
        boolean over = YearMonth.of(today.getYear(), month).atEndOfMonth().isBefore(today.minusMonths(6));
        return real(today.getYear() + (over ? 1 : 0), month, day)
                .map(date -> notPast(m, date, today))
                .orElseGet(() -> impossible(m));
    }

    private static Found dayOfMonth(Matcher m, LocalDate today, Predicate<LocalDate> workingDay) {
        return dayOf(m, count(m.group(1)) < today.getDayOfMonth() ? today.plusMonths(1) : today);
    }

    private static Found dayOf(Matcher m, LocalDate month) {
        int day = count(m.group(1));
        return real(month.getYear(), month.getMonthValue(), day)
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

    private static Optional<LocalDate> real(int year, int month, int day) {
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

    /** A number in digits, or up to 九十九 in characters. */
    static int count(String numeral) {
        if (Character.isDigit(numeral.charAt(0))) return Integer.parseInt(numeral);
        int ten = numeral.indexOf('十');
        if (ten < 0) return NUMERALS.get(numeral.charAt(numeral.length() - 1));
        int tens = ten == 0 ? 1 : NUMERALS.get(numeral.charAt(ten - 1));
        int ones = ten + 1 < numeral.length() ? NUMERALS.get(numeral.charAt(ten + 1)) : 0;
        return ones == 10 ? 100 : tens * 10 + ones;
    }
}
