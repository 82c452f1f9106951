package io.xietong.core.text;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How days, moments and lengths of time are written in a language. Absolute, with the weekday, as ux.md asks. */
enum Times {
    CHINESE("M月d日(EEE)", "M月d日(EEE) HH:mm", Locale.SIMPLIFIED_CHINESE, "天", "小时", "分钟", ""),
    ENGLISH("EEE d MMM", "EEE d MMM HH:mm", Locale.UK, " d", " h", " min", " ");

    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;
    private final String days;
    private final String hours;
    private final String minutes;
    private final String gap;

    Times(String day, String moment, Locale locale, String days, String hours, String minutes, String gap) {
        this.day = DateTimeFormatter.ofPattern(day, locale);
        this.moment = DateTimeFormatter.ofPattern(moment, locale);
        this.days = days;
        this.hours = hours;
        this.minutes = minutes;
        this.gap = gap;
    }

    static Times of(Language language) {
        return language == Language.CHINESE ? CHINESE : ENGLISH;
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    String moment(ZonedDateTime time) {
        return moment.format(time);
    }

    /** At most two units, the smallest a minute: {@code 1天2小时}, {@code 45 min}. */
    String length(Duration length) {
        long total = Math.max(0, length.toMinutes());
        long d = total / 1440;
        long h = total / 60 % 24;
        long m = total % 60;
        StringBuilder text = new StringBuilder();
        if (d > 0) text.append(d).append(days).append(gap);
        if (h > 0) text.append(h).append(hours).append(gap);
        if (d == 0 && (m > 0 || h == 0)) text.append(m).append(minutes);
        return text.toString().strip();
    }
}
