package io.xietong.core.meeting;

import io.xietong.core.calendar.Allowance;
import io.xietong.core.calendar.UntilMoment;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.calendar.WorkingDays;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.deadline.Rung;
import io.xietong.core.deadline.Terms;
import io.xietong.core.feature.Clocks;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Occasion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The clocks of a meeting: until it begins, until its minutes are there, until nobody may object any more. */
final class MeetingClocks {

    private final MeetingPolicy policy;

    MeetingClocks(MeetingPolicy policy) {
        this.policy = policy;
    }

    Terms terms(Meeting meeting, Deadline clock, WorkCalendar calendar) {
        return switch (clock.purpose()) {
            case MEETING -> until(meeting.slot().startsAt(), meeting.isDaily(), calendar);
            case MINUTES -> minutes(meeting.isDaily(), calendar);
            default -> new Terms(new WorkingDays(policy.objectionDays()), List.of(Rung.due()), calendar);
        };
    }

    /** Of a daily meeting people are told once, before it begins. */
    private Terms until(Instant start, boolean daily, WorkCalendar calendar) {
        List<Rung> ladder = new ArrayList<>();
        if (!daily) policy.noticeDays().forEach(days -> ladder.add(Rung.daysBefore(days)));
        if (!policy.noticeTime().isZero())
            ladder.add(Rung.minutesBefore((int) policy.noticeTime().toMinutes()));
        ladder.add(Rung.due());
        return new Terms(new UntilMoment(start), ladder, calendar);
    }

    private Terms minutes(boolean daily, WorkCalendar calendar) {
        List<Rung> ladder = new ArrayList<>(List.of(Rung.due()));
        for (int day = 1; !daily && day <= policy.overdueRounds(); day++) ladder.add(Rung.daysAfter(day));
        Allowance allowance = new WorkingDays(policy.minutesDays());
        return new Terms(allowance, ladder, calendar);
    }

    /** The first clock of a new meeting. */
    List<Deadline> first(Slot slot, String organiser, boolean daily, Occasion occasion) {
        return List.of(Deadline.arm(
                Purpose.MEETING, 1, organiser, occasion.now(), until(slot.startsAt(), daily, occasion.calendar())));
    }

    /** All clocks stopped and one begun. @param at from when it counts */
    List<Deadline> next(Meeting meeting, Purpose purpose, Instant at, Occasion occasion) {
        List<Deadline> clocks = new ArrayList<>(ended(meeting.deadlines(), occasion.now()));
        int round = Clocks.nextRound(meeting.deadlines(), purpose);
        Terms terms = purpose == Purpose.MINUTES
                ? minutes(meeting.isDaily(), occasion.calendar())
                : new Terms(new WorkingDays(policy.objectionDays()), List.of(Rung.due()), occasion.calendar());
        clocks.add(Deadline.arm(purpose, round, meeting.organiser(), at, terms));
        return clocks;
    }

    /** The clock until the beginning wound for another time. */
    List<Deadline> moved(Meeting meeting, Slot to, Occasion occasion) {
        List<Deadline> clocks = new ArrayList<>(Clocks.cancelled(meeting.deadlines(), occasion.now()));
        int round = Clocks.nextRound(meeting.deadlines(), Purpose.MEETING);
        clocks.add(Deadline.arm(
                Purpose.MEETING,
                round,
                meeting.organiser(),
                occasion.now(),
                until(to.startsAt(), meeting.isDaily(), occasion.calendar())));
        return clocks;
    }

    /** What they waited for has happened. */
    static List<Deadline> ended(List<Deadline> clocks, Instant at) {
        return clocks.stream()
                .map(clock -> clock.isOpen() ? clock.met(at) : clock)
                .toList();
    }

    Decision<Meeting> ring(Meeting meeting, Occasion occasion) {
        Clocks rang =
                Clocks.ring(meeting.deadlines(), occasion.now(), clock -> terms(meeting, clock, occasion.calendar()));
        if (rang.facts().isEmpty()) return MeetingRules.notNow(meeting);
        Meeting after = meeting.in(meeting.state(), rang.deadlines());
        List<Fact> facts = new ArrayList<>(rang.facts());
        if (isUp(rang.facts(), Purpose.MEETING)) {
            facts.add(new MeetingFact.MeetingBegun());
            Instant begun = meeting.slot().startsAt();
            List<Deadline> clocks = next(after, Purpose.MINUTES, begun, occasion);
            return new Decision.Done<>(meeting.in(State.HELD, clocks), facts);
        }
        boolean bare = meeting.isDaily() && meeting.state() == State.HELD;
        if (bare && isUp(rang.facts(), Purpose.MINUTES)) {
            facts.add(new MeetingFact.MeetingPassed());
            return new Decision.Done<>(meeting.in(State.LOCKED, ended(rang.deadlines(), occasion.now())), facts);
        }
        if (isUp(rang.facts(), Purpose.OBJECTION)) {
            facts.add(new MeetingFact.MinutesLocked(meeting.revision()));
            return new Decision.Done<>(meeting.in(State.LOCKED, ended(rang.deadlines(), occasion.now())), facts);
        }
        return new Decision.Done<>(after, facts);
    }

    private static boolean isUp(List<Fact> facts, Purpose purpose) {
        return facts.stream()
                .anyMatch(fact ->
                        fact instanceof SharedFact.RungReached rung && rung.purpose() == purpose && rung.timeIsUp());
    }

    Decision<Meeting> recompute(Meeting meeting, Occasion occasion) {
        Clocks moved = Clocks.recompute(meeting.deadlines(), clock -> terms(meeting, clock, occasion.calendar()));
        if (moved.facts().isEmpty()) return MeetingRules.notNow(meeting);
        return new Decision.Done<>(meeting.in(meeting.state(), moved.deadlines()), moved.facts());
    }
}
