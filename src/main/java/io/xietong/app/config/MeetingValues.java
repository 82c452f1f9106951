package io.xietong.app.config;

import io.xietong.core.meeting.AgendaSource;
import io.xietong.core.meeting.Calendars;
import io.xietong.core.meeting.MeetingPolicy;
import io.xietong.core.meeting.Recurrence;
import io.xietong.core.meeting.Series;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes the numbers of meetings and their series out of {@code policy.yml}. */
final class MeetingValues {

    private static final List<String> KEYS = List.of(
            "id", "title", "every", "month", "week", "weekday", "day", "day-off", "at", "length", "place", "host",
            "invite", "agenda");
    private static final List<String> HOSTS = List.of(Series.CHAIR, Series.SECRETARY, Series.HEADS_IN_TURN);
    private static final List<String> INVITED =
            List.of(Series.COMMITTEE, Series.HEADS, Series.DEPUTIES, Series.CONTACTS, Series.EVERYBODY);

    private final Values values;

    MeetingValues(Values values) {
        this.values = values;
    }

    MeetingPolicy policy() {
        List<Integer> notices = values.falling("meeting.notice-days", 1, 60);
        return new MeetingPolicy(
                notices,
                Integer.parseInt(values.word(
                        "meeting.agenda-days",
                        notices.stream().map(String::valueOf).toList())),
                values.duration("meeting.notice-time", "0s", "8h"),
                values.duration("meeting.late-after", "1m", "1d"),
                values.duration("meeting.length", "5m", "10h"),
                values.duration("meeting.daily-length", "5m", "4h"),
                values.number("meeting.minutes-days", 1, 20),
                values.number("meeting.overdue-rounds", 0, 60),
                values.number("meeting.objection-days", 1, 20),
                values.number("meeting.ahead-days", notices.get(0), 90),
                values.number("meeting.project-days", 1, 20),
                calendars(),
                series());
    }

    /** Reminders are those that every platform has. */
    private Calendars calendars() {
        String reminder = values.word("meeting.calendar-reminder", List.of("none", "5m", "15m", "1h", "1d"));
        Optional<Duration> before = reminder.equals("none")
                ? Optional.empty()
                : Optional.of(values.duration("meeting.calendar-reminder", "5m", "1d"));
        return new Calendars(values.flag("meeting.calendars"), before);
    }

    private List<Series> series() {
        List<Series> series = values.entries("meeting.series", KEYS).stream()
                .map(this::series)
                .toList();
        Set<String> ids = new HashSet<>();
        for (Series one : series) if (!ids.add(one.id())) values.wrong("meeting.series", "id", one.id());
        return series;
    }

    private Series series(Values entry) {
        Set<AgendaSource> agenda = entry.words("agenda", names(AgendaSource.values())).stream()
                .map(word -> AgendaSource.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .collect(Collectors.toSet());
        Series series = new Series(
                entry.text("id", 16),
                entry.text("title", 60),
                new Recurrence(pattern(entry), entry.choice("day-off", Recurrence.Shift.values())),
                entry.time("at"),
                entry.duration("length", "5m", "10h"),
                entry.has("place") ? entry.text("place", 200) : "",
                entry.word("host", HOSTS),
                entry.words("invite", INVITED),
                agenda,
                Optional.empty());
        values.add(entry);
        return series;
    }

    /** {@code every: quarter}, in a month of it, on a weekday or a day; {@code every: month}, {@code week} or {@code day}. */
    private static Recurrence.Pattern pattern(Values entry) {
        return switch (entry.word("every", List.of("quarter", "month", "week", "day"))) {
            case "quarter" -> new Recurrence.Quarterly(entry.number("month", 1, 3), inMonth(entry));
            case "month" -> inMonth(entry);
            case "week" -> new Recurrence.Weekly(entry.choice("weekday", DayOfWeek.values()));
            default -> new Recurrence.Daily();
        };
    }

    private static Recurrence.Pattern inMonth(Values entry) {
        if (entry.has("day")) return new Recurrence.MonthlyOn(entry.number("day", 1, 31));
        String week = entry.word("week", List.of("1", "2", "3", "4", "last"));
        int ordinal = week.equals("last") ? -1 : Integer.parseInt(week);
        return new Recurrence.MonthlyWeekday(ordinal, entry.choice("weekday", DayOfWeek.values()));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
