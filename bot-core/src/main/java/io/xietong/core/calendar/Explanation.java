package io.xietong.core.calendar;

import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tells people how a day was counted: each stretch of days off and each make-up day between two dates. */
public final class Explanation {

    /** Days from which on a span has too many weekends to name each. */
    private static final int LONG = 30;

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

    /**
     * Stretches of days off folded into one step each, and every make-up day. In a long span the ordinary weekends are only
     * counted.
     */
    static List<Message> specialDays(WorkCalendar calendar, LocalDate from, LocalDate to) {
        boolean isLong = from.plusDays(LONG).isBefore(to);
        int weekends = 0;
        List<Message> steps = new ArrayList<>();
        LocalDate day = from;
        while (!day.isAfter(to)) {
            Day found = calendar.day(day);
            LocalDate last = found.working() ? day : lastOf(calendar, found, to);
            if (isLong && !found.working() && found.plain()) weekends++;
            else if (!found.working() || !found.plain()) steps.add(step(found, last));
            day = last.plusDays(1);
        }
        if (weekends > 0) steps.add(Message.of("calendar.explain.weekends", weekends));
        return steps;
    }

    private static Message step(Day day, LocalDate last) {
        if (day.working()) return Message.of("calendar.explain.make-up", day.date(), day.why());
        return last.equals(day.date())
                ? Message.of("calendar.explain.off", last, day.why())
                : Message.of("calendar.explain.off-range", day.date(), last, day.why());
    }

    private static LocalDate lastOf(WorkCalendar calendar, Day first, LocalDate to) {
        LocalDate last = first.date();
        while (last.isBefore(to) && sameReason(calendar, first, last.plusDays(1))) last = last.plusDays(1);
        return last;
    }

    private static boolean sameReason(WorkCalendar calendar, Day first, LocalDate next) {
        Day day = calendar.day(next);
        return !day.working() && day.why().equals(first.why());
    }
}
