package io.xietong.core.calendar;

import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tells people how a day was counted: each stretch of days off and each make-up day between two dates. */
public final class Explanation {

    private Explanation() {}

    /** The day that is the Nth working day counted from today, today being day 0, with the reasons. */
    public static List<Message> workingDay(WorkCalendar calendar, LocalDate today, int count) {
        LocalDate day = calendar.workingDay(today, count);
        List<Message> steps = new ArrayList<>();
        steps.add(Message.of("calendar.explain.day-zero", today));
        steps.addAll(specialDays(calendar, today, day));
        steps.add(Message.of("calendar.explain.nth", count, day));
        if (calendar.tentative(today.atStartOfDay(calendar.zone()).toInstant(), calendar.closing(day))) {
            steps.add(Message.of("calendar.explain.tentative"));
        }
        return steps;
    }

    /** Stretches of days off folded into one step each, and every make-up day. */
    static List<Message> specialDays(WorkCalendar calendar, LocalDate from, LocalDate to) {
        List<Message> steps = new ArrayList<>();
        LocalDate day = from;
        while (!day.isAfter(to)) {
            Day found = calendar.day(day);
            if (found.working()) {
                if (!found.plain()) steps.add(Message.of("calendar.explain.make-up", day, found.why()));
                day = day.plusDays(1);
            } else {
                LocalDate last = day;
                while (last.isBefore(to) && sameReason(calendar, found, last.plusDays(1))) last = last.plusDays(1);
                steps.add(
                        last.equals(day)
                                ? Message.of("calendar.explain.off", day, found.why())
                                : Message.of("calendar.explain.off-range", day, last, found.why()));
                day = last.plusDays(1);
            }
        }
        return steps;
    }

    private static boolean sameReason(WorkCalendar calendar, Day first, LocalDate next) {
        Day day = calendar.day(next);
        return !day.working() && day.why().equals(first.why());
    }
}
