package io.xietong.core.chat;

import static io.xietong.core.chat.SpokenDate.count;
import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;
import static java.time.temporal.TemporalAdjusters.lastDayOfYear;

import io.xietong.core.chat.SpokenDate.Either;
import io.xietong.core.chat.SpokenDate.Found;
import io.xietong.core.chat.SpokenDate.Impossible;
import io.xietong.core.chat.SpokenDate.None;
import io.xietong.core.chat.SpokenDate.On;
import io.xietong.core.text.Message;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every way to name a day, and which day is meant by it. */
final class DayPatterns {

    private static final String END = "(?:上午|中午|下午|晚上|下班)?(?:之前|以前|前|以内|之内|内)?";
    private static final String NOT_PAST = "(?<![上每])(?<![上每]个)";
    private static final String WEEKDAY = "(?:周|星期|礼拜)([一二三四五六日天1-6])";
    private static final String ENGLISH_DAY =
            "(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?";
    private static final String MONTH =
            "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?";
    private static final String NUMBER = "(\\d{1,3}|[一二两三四五六七八九十]{1,3})";
    private static final String MEASURE = "(?!\\s{0,3}(?:[张个份套页版人次天件米点周月年分楼号组岁倍]|小时|cm|mm|px|%))";

    private static final String DIGITS = "0123456789";
    /** Every day and every month in English has one. */
    private static final String VOWELS = "aeiou";
    /** 周, 星期, 礼拜. */
    private static final String WEEKS = "周星礼";

    interface Meaning {
        Found of(Matcher matcher, LocalDate today, Predicate<LocalDate> workingDay);
    }

    /** @param signs characters of which at least one stands in all that the pattern finds; to look for them costs much less */
    record Way(String signs, Pattern pattern, Meaning meaning) {

        boolean mayBeIn(String text) {
            for (int i = 0; i < signs.length(); i++) if (text.indexOf(signs.charAt(i)) >= 0) return true;
            return false;
        }
    }

    /** More exact ways before vaguer ones. */
    static final List<Way> WAYS = List.of(
            way(
                    DIGITS,
                    "(?<!\\d)(\\d{4})\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})(?!\\d)\\s?[日号]?" + END,
                    DayPatterns::full),
            way("月", NUMBER + "\\s?月\\s?" + NUMBER + "\\s?[日号]?" + END, (m, today, w) -> monthDay(m, today)),
            way(
                    DIGITS,
                    "(?<![\\d./-])(\\d{1,2})\\s?[-/]\\s?(\\d{1,2})(?![\\d./-])" + MEASURE + END,
                    (m, today, w) -> numeric(m, today)),
            way(".", "(?<![\\d.])(\\d{1,2})\\.(\\d{1,2})(?:号|日|之前|前)", (m, today, w) -> numeric(m, today)),
            way(VOWELS, "\\b" + MONTH + "\\s*(\\d{1,2})(?:st|nd|rd|th)?\\b", (m, today, w) -> english(m, 1, 2, today)),
            way(VOWELS, "\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+" + MONTH + "\\b", (m, today, w) -> english(m, 2, 1, today)),
            way("工", NUMBER + "\\s?个?工作日(?:之后|以后|后|之内|以内|内)?", DayPatterns::workingDays),
            way("d", "(?:in |within )?(\\d{1,3})\\s?(?:working|business)\\s?days?", DayPatterns::workingDays),
            way("天", NUMBER + "\\s?天(?:之后|以后|后|之内|以内|内)", (m, today, w) -> on(m, today.plusDays(count(m.group(1))))),
            way("d", "\\bin\\s(\\d{1,3})\\sdays?\\b", (m, today, w) -> on(m, today.plusDays(count(m.group(1))))),
            way(
                    WEEKS,
                    NUMBER + "\\s?(?:周|个?星期|个?礼拜)(?:之后|以后|后|之内|以内|内)",
                    (m, today, w) -> on(m, today.plusWeeks(count(m.group(1))))),
            way(
                    "w",
                    "\\bin\\s(\\d{1,2}|a)\\sweeks?\\b",
                    (m, today, w) -> on(m, today.plusWeeks(m.group(1).equals("a") ? 1 : count(m.group(1))))),
            way("后", "大后[天儿]个?" + END, (m, today, w) -> on(m, today.plusDays(3))),
            way("后", "后[天儿]个?" + END, (m, today, w) -> on(m, today.plusDays(2))),
            way("明", "明[天儿日早晚]个?" + END, (m, today, w) -> on(m, today.plusDays(1))),
            way("今", "今[天儿日晚]个?" + END, (m, today, w) -> on(m, today)),
            way("w", "\\bday after tomorrow\\b", (m, today, w) -> on(m, today.plusDays(2))),
            way("m", "\\b(?:tomorrow|tmrw?)\\b", (m, today, w) -> on(m, today.plusDays(1))),
            way("o", "\\b(?:today|eod|tonight)\\b", (m, today, w) -> on(m, today)),
            way(WEEKS, "下下个?" + WEEKDAY + END, (m, today, w) -> on(m, inWeek(today, 2, day(m.group(1))))),
            way(WEEKS, "下个?" + WEEKDAY + END, (m, today, w) -> on(m, inWeek(today, 1, day(m.group(1))))),
            way(
                    WEEKS,
                    "(?:本|这|这个)" + WEEKDAY + END,
                    (m, today, w) -> notPast(m, inWeek(today, 0, day(m.group(1))), today)),
            way(WEEKS, NOT_PAST + WEEKDAY + END, (m, today, w) -> weekday(m, day(m.group(1)), today)),
            way(
                    "x",
                    "\\bnext\\s" + ENGLISH_DAY + "\\b",
                    (m, today, w) -> on(m, inWeek(today, 1, englishDay(m.group(1))))),
            way(
                    "h",
                    "\\bthis\\s" + ENGLISH_DAY + "\\b",
                    (m, today, w) -> notPast(m, inWeek(today, 0, englishDay(m.group(1))), today)),
            way(
                    VOWELS,
                    "(?<!last )(?<!every )\\b" + ENGLISH_DAY + "\\b",
                    (m, today, w) -> weekday(m, englishDay(m.group(1)), today)),
            way("周", "(?<!上)(?:本周末|周末)" + END, (m, today, w) -> on(m, inWeek(today, 0, DayOfWeek.SUNDAY))),
            way("周", "(?:本周|这周)(?:之?内)?", (m, today, w) -> on(m, notBefore(inWeek(today, 0, DayOfWeek.FRIDAY), today))),
            way("周", "下周(?:之?[内前])?", (m, today, w) -> on(m, inWeek(today, 1, DayOfWeek.FRIDAY))),
            way("x", "\\bnext week\\b", (m, today, w) -> on(m, inWeek(today, 1, DayOfWeek.FRIDAY))),
            way(
                    "月",
                    "下个?月[底末]" + END,
                    (m, today, w) -> on(m, today.plusMonths(1).with(lastDayOfMonth()))),
            way("月", "(?<!上个?)(?:本|这个)?月[底末]" + END, (m, today, w) -> on(m, today.with(lastDayOfMonth()))),
            way("年", "年[底末]" + END, (m, today, w) -> on(m, today.with(lastDayOfYear()))),
            way("月", "下个?月初" + END, (m, today, w) -> on(m, today.plusMonths(1).withDayOfMonth(1))),
            way("月", "下个?月\\s?" + NUMBER + "\\s?[号日]" + END, (m, today, w) -> dayOf(m, today.plusMonths(1))),
            way("号日", "(?<![\\d#])(\\d{1,2})\\s?[号日](?!\\S{0,6}[:：楼线])" + END, DayPatterns::dayOfMonth),
            way("号", "([一二三四五六七八九十]{1,3})号(?!\\S{0,6}[:：楼线门机厅会])" + END, DayPatterns::dayOfMonth),
            way("班", "下班前", (m, today, w) -> on(m, today)));

    private DayPatterns() {}

    private static Way way(String signs, String pattern, Meaning meaning) {
        return new Way(signs, Pattern.compile(pattern), meaning);
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
}
