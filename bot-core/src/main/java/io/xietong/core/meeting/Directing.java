package io.xietong.core.meeting;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.feature.Clocks;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Occasion;
import io.xietong.core.text.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** What who directs a meeting does about it: another time, or not at all. Both are confirmed, since everybody hears of it. */
final class Directing {

    private final Meeting meeting;
    private final MeetingClocks clocks;
    private final Occasion occasion;

    Directing(Meeting meeting, MeetingClocks clocks, Occasion occasion) {
        this.meeting = meeting;
        this.clocks = clocks;
        this.occasion = occasion;
    }

    private boolean mayNot() {
        return !Rights.mayDirect(meeting, occasion.person(), occasion.organisation(), occasion.routing());
    }

    /** Another time asks everybody anew. */
    Decision<Meeting> reschedule(MeetingCommand.Reschedule command) {
        if (mayNot()) return MeetingRules.onlyDirectors(meeting, occasion);
        if (meeting.state() != State.CALLED) return MeetingRules.notNow(meeting);
        if (command.reason().isBlank()) return Decision.refused("meeting.refused.no-reason-to-move", meeting.number());
        Slot before = meeting.slot();
        LocalDateTime present =
                LocalDateTime.ofInstant(before.startsAt(), occasion.calendar().zone());
        LocalDate day = command.day().orElse(present.toLocalDate());
        LocalTime time = command.time().orElse(present.toLocalTime());
        Optional<Decision<Meeting>> never = MeetingRules.never(day, time, occasion);
        if (never.isPresent()) return never.get();
        Slot to = new Slot(MeetingRules.at(day, time, occasion.calendar()), before.length(), before.place());
        if (to.equals(before)) return Decision.refused("meeting.refused.same-time", meeting.number(), to.startsAt());
        if (!command.confirmed())
            return unconfirmed(
                    "reschedule",
                    "改期 " + meeting.number() + " 确认 " + day + " " + time + " " + command.reason(),
                    to.startsAt());
        return Decision.done(movedTo(to), new MeetingFact.MeetingMoved(before, to, command.reason()));
    }

    private Meeting movedTo(Slot to) {
        List<Invitee> asked = meeting.invitees().stream()
                .map(one -> one.person().equals(meeting.organiser()) ? one : Invitee.asked(one.person()))
                .toList();
        return meeting.at(to, asked, clocks.moved(meeting, to, occasion));
    }

    /** Its day is off: the meeting goes to the next working day, or to the one before where its series says so and that is to come. */
    Decision<Meeting> giveWay(LocalDate day, Recurrence.Shift shift) {
        WorkCalendar calendar = occasion.calendar();
        Slot before = meeting.slot();
        LocalTime time =
                LocalDateTime.ofInstant(before.startsAt(), calendar.zone()).toLocalTime();
        Instant earlier = MeetingRules.at(calendar.workingDay(day, -1), time, calendar);
        Instant later = MeetingRules.at(calendar.nextWorkingDay(day), time, calendar);
        boolean back = shift == Recurrence.Shift.PREVIOUS_WORKING_DAY && earlier.isAfter(occasion.now());
        Slot to = new Slot(back ? earlier : later, before.length(), before.place());
        return Decision.done(movedTo(to), new MeetingFact.MeetingGaveWay(before, to));
    }

    Decision<Meeting> cancel(MeetingCommand.Cancel command) {
        if (mayNot()) return MeetingRules.onlyDirectors(meeting, occasion);
        if (meeting.state() != State.CALLED) return MeetingRules.notNow(meeting);
        if (command.reason().isBlank())
            return Decision.refused("meeting.refused.no-reason-to-cancel", meeting.number());
        if (!command.confirmed())
            return unconfirmed(
                    "cancel",
                    "取消 " + meeting.number() + " 确认 " + command.reason(),
                    meeting.slot().startsAt());
        return Decision.done(
                meeting.in(State.CANCELLED, Clocks.cancelled(meeting.deadlines(), occasion.now())),
                new MeetingFact.MeetingCancelled(command.reason()));
    }

    private Decision<Meeting> unconfirmed(String what, String phrase, Object at) {
        int people = meeting.invited().size();
        return new Decision.Refused<>(
                Message.of("meeting.refused.confirm", meeting.number()),
                Optional.of(new Decision.Confirmation(
                        Message.of("meeting.confirm." + what, at, people),
                        Message.of("meeting.button." + what),
                        phrase)));
    }
}
