package io.xietong.app.web;

import io.xietong.app.desk.Plan;
import io.xietong.core.text.Language;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the milestones of a project are drawn. All numbers are units of the picture.
 *
 * @param height of the whole picture
 * @param today  where today is; empty when it lies outside
 */
public record Timeline(int height, List<Tick> ticks, Optional<Integer> today, List<Row> rows) {

    public static final int WIDTH = 960;
    /** Where days begin; names stand before it. */
    public static final int LEFT = 210;

    private static final int RIGHT = WIDTH - 90;
    private static final int TOP = 44;
    private static final int STEP = 40;
    /** Days of air on both sides. */
    private static final int AIR = 6;
    /** Beyond so many months not each has a tick. */
    private static final int MONTHS = 14;
    /** Characters of a name that fit before the days. */
    private static final int NAME = 12;

    /** The beginning of a month. */
    public record Tick(int x, String label) {}

    /**
     * One milestone.
     *
     * @param from     where its work begins: at the milestone before it
     * @param at       its day, or the day it was reached
     * @param baseline where it was to be, when it was put off since
     */
    public record Row(Plan.Point point, String name, String day, int y, int from, int at, Optional<Integer> baseline) {

        /** For the colours. */
        public String progress() {
            return point.progress().name().toLowerCase(Locale.ROOT);
        }
    }

    public Timeline {
        ticks = List.copyOf(ticks);
        rows = List.copyOf(rows);
    }

    static Timeline of(Plan plan, LocalDate today, Language language) {
        List<LocalDate> days = plan.points().stream()
                .flatMap(point -> Stream.concat(
                        Stream.of(day(point)), Stream.concat(Stream.of(point.date()), point.baseline().stream())))
                .sorted()
                .toList();
        if (days.isEmpty()) return new Timeline(TOP, List.of(), Optional.empty(), List.of());
        LocalDate first = earlier(days.get(0), today).minusDays(AIR);
        LocalDate last = later(days.get(days.size() - 1), first.plusDays(30)).plusDays(AIR);
        Scale scale = new Scale(first, last);
        return new Timeline(
                TOP + STEP * plan.points().size(),
                ticks(scale, language),
                today.isAfter(last) ? Optional.empty() : Optional.of(scale.x(today)),
                rows(plan, scale, language));
    }

    private record Scale(LocalDate first, LocalDate last) {
        int x(LocalDate day) {
            long whole = ChronoUnit.DAYS.between(first, last);
            return (int) (LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(first, day) / whole);
        }
    }

    /** A start that is long ago would press everything together: today is kept in view when it is near. */
    private static LocalDate earlier(LocalDate day, LocalDate today) {
        boolean near = today.isBefore(day) && ChronoUnit.DAYS.between(today, day) < 90;
        return near ? today : day;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate day(Plan.Point point) {
        return point.reached().orElse(point.date());
    }

    private static List<Tick> ticks(Scale scale, Language language) {
        DateTimeFormatter name = DateTimeFormatter.ofPattern(
                language == Language.CHINESE ? "M月" : "MMM", language == Language.CHINESE ? Locale.CHINA : Locale.UK);
        long months = ChronoUnit.MONTHS.between(scale.first(), scale.last());
        int every = months > MONTHS ? 3 : 1;
        List<Tick> ticks = new ArrayList<>();
        LocalDate month = scale.first().withDayOfMonth(1).plusMonths(1);
        for (; !month.isAfter(scale.last()); month = month.plusMonths(1)) {
            if ((month.getMonthValue() - 1) % every != 0) continue;
            String label = month.getMonthValue() == 1 ? month.getYear() + " " + name.format(month) : name.format(month);
            ticks.add(new Tick(scale.x(month), label));
        }
        return ticks;
    }

    private static List<Row> rows(Plan plan, Scale scale, Language language) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern(language == Language.CHINESE ? "M月d日" : "d MMM", Locale.UK);
        List<Row> rows = new ArrayList<>();
        int from = LEFT;
        for (Plan.Point point : plan.points()) {
            int at = scale.x(day(point));
            rows.add(new Row(
                    point,
                    shortened(point.name()),
                    day.format(day(point)),
                    TOP + STEP * rows.size() + STEP / 2,
                    Math.min(from, at),
                    at,
                    point.baseline().map(scale::x)));
            from = at;
        }
        return rows;
    }

    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= NAME ? name : name.substring(0, name.offsetByCodePoints(0, NAME - 1)) + "…";
    }
}
