package io.xietong.app.story;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What people are going to do and when, written down in any order and lived through in the order of time. */
final class Diary {

    private final NavigableMap<LocalDateTime, List<Runnable>> pages = new TreeMap<>();
    private final Office office;

    Diary(Office office) {
        this.office = office;
    }

    void at(String localTime, Runnable act) {
        at(LocalDateTime.parse(localTime), act);
    }

    /** Somebody says something to the bot in private. */
    void at(String localTime, String person, String text) {
        at(localTime, () -> office.employee(person).says(text));
    }

    /** On each working day of a stretch, its last day included. */
    void daily(String from, String to, String time, Runnable act) {
        for (LocalDate day = LocalDate.parse(from); !day.isAfter(LocalDate.parse(to)); day = day.plusDays(1))
            if (office.works_on(day)) at(day.atTime(LocalTime.parse(time)), act);
    }

    private void at(LocalDateTime time, Runnable act) {
        pages.computeIfAbsent(time, first -> new ArrayList<>()).add(act);
    }

    /** Time passes; every entry is lived at its time. */
    void live() {
        pages.forEach((time, acts) -> {
            office.it_becomes(time.toString());
            acts.forEach(Runnable::run);
        });
    }
}
