package io.xietong.core.chat;

import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;

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

    /** The first day in the text that is named in the most exact way; digits that only look like a day are passed over. */
    public static Found find(String folded, LocalDate today, Predicate<LocalDate> workingDay) {
        for (DayPatterns.Way way : DayPatterns.WAYS) {
            if (!way.mayBeIn(folded)) continue;
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
