package io.xietong.app.desk;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.people.Department;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;

/** A short mark that tells whether two calendars count this year and the next in the same way. */
final class CalendarMark {

    private CalendarMark() {}

    static String of(Company company, Instant now) {
        int year = company.calendar().dateOf(now).getYear();
        StringBuilder text = new StringBuilder();
        days(company.calendar(), year, text);
        for (Department department : company.organisation().departments()) {
            WorkCalendar own = company.calendar().forDepartment(department.id());
            if (own != company.calendar()) days(own, year, text.append(department.id()));
        }
        return hash(text.toString());
    }

    private static void days(WorkCalendar calendar, int year, StringBuilder text) {
        text.append(calendar.yearState(year)).append(calendar.yearState(year + 1));
        LocalDate end = LocalDate.of(year + 2, 1, 1);
        for (LocalDate day = LocalDate.of(year, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            text.append(calendar.day(day).hours());
        }
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
