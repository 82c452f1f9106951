package io.xietong.core.meeting;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.feature.Clocks;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Availability;
import io.xietong.core.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides every command about meetings: pure functions of state, command, occasion and policy. */
public final class MeetingRules {

    /** What puts itself on the agenda of the meetings that an item such as a project has. */
    private static final Set<AgendaSource> OF_ITEMS =
            Set.of(AgendaSource.MILESTONES, AgendaSource.BLOCKERS, AgendaSource.OPEN_ACTIONS);

    /** A meeting takes no longer. */
    public static final Duration LONGEST = Duration.ofHours(10);

    private final MeetingPolicy policy;
    private final MeetingClocks clocks;

    MeetingRules(MeetingPolicy policy) {
        this.policy = policy;
        this.clocks = new MeetingClocks(policy);
    }

    /** The series of the policy. */
    public List<Series> series() {
        return policy.series();
    }

    /** What puts itself on the agenda of a meeting. */
    public Set<AgendaSource> agendaOf(Meeting meeting) {
        return policy.seriesOf(meeting)
                .map(Series::agenda)
                .orElseGet(() -> meeting.origin().flatMap(Origin::owner).isPresent() ? OF_ITEMS : ownless(meeting));
    }

    private static Set<AgendaSource> ownless(Meeting meeting) {
        return meeting.origin().isPresent() ? Set.of(AgendaSource.OPEN_ACTIONS) : Set.of();
    }

    /** Whether with this notice people are asked what to talk about. @param rung name of it */
    public boolean isAgendaCall(String rung) {
        return rung.equals("T-" + policy.agendaDays());
    }

    /** Whether open matters put themselves on the agenda with this notice: from the call for topics on, of a daily one with its only notice. */
    public boolean fillsAgenda(Meeting meeting, SharedFact.RungReached rung) {
        boolean last = meeting.isDaily() && rung.rung().startsWith("M-");
        return rung.purpose() == Purpose.MEETING
                && (last
                        || policy.noticeDays().stream()
                                .anyMatch(days -> days <= policy.agendaDays()
                                        && rung.rung().equals("T-" + days)));
    }

    /**
     * A new one, called by somebody.
     *
     * @param number the next free one
     */
    public Decision<Meeting> call(ItemNumber number, MeetingCommand.Call command, Occasion occasion) {
        String caller = occasion.person();
        if (!Rights.mayCall(caller, occasion)) return Decision.refused("meeting.refused.not-to-call");
        if (command.subject().isBlank()) return Decision.refused("meeting.refused.no-subject");
        if (command.people().stream().allMatch(caller::equals)) return Decision.refused("meeting.refused.nobody");
        Optional<Decision<Meeting>> never = never(command.day(), command.time(), occasion);
        if (never.isPresent()) return never.get();
        Duration length = command.length().orElse(policy.length());
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0)
            return Decision.refused("meeting.refused.length");
        Slot slot = new Slot(at(command.day(), command.time(), occasion.calendar()), length, command.place());
        Set<String> people = new LinkedHashSet<>(List.of(caller));
        people.addAll(command.people());
        List<Invitee> invitees = new ArrayList<>();
        for (String person : people) {
            Invitee asked = Invitee.asked(person);
            invitees.add(person.equals(caller) ? asked.says(Reply.ATTENDING, Optional.empty(), "") : asked);
        }
        List<AgendaItem> agenda = command.agenda().stream()
                .map(text -> AgendaItem.proposed(text, caller))
                .toList();
        Meeting meeting =
                made(number, command.subject(), slot, Optional.empty(), caller, caller, invitees, agenda, occasion);
        return Decision.done(meeting, new MeetingFact.MeetingCalled(slot));
    }

    /** The next one of a series, made by the clock. @param planned the day that the rule names, and to which it was moved */
    public Decision<Meeting> plan(ItemNumber number, Series series, Recurrence.Occurrence planned, Occasion occasion) {
        Slot slot = new Slot(at(planned.day(), series.at(), occasion.calendar()), series.length(), series.place());
        Origin origin = new Origin(series.id(), planned.named(), series.owner());
        List<Invitee> invitees = series.people(occasion.organisation()).stream()
                .map(Invitee::asked)
                .toList();
        if (invitees.isEmpty()) return Decision.refused("meeting.refused.nobody");
        if (!slot.startsAt().isAfter(occasion.now())) return Decision.refused("meeting.refused.past", slot.startsAt());
        Meeting meeting = made(
                number,
                series.title(),
                slot,
                Optional.of(origin),
                series.host(planned.day(), occasion.organisation()),
                series.organiser(planned.day(), occasion.organisation()),
                invitees,
                List.of(),
                occasion);
        return Decision.done(meeting, new MeetingFact.MeetingPlanned(series.title(), slot));
    }

    /** The day on which a meeting of a series is made, so many working days before it. */
    public Instant madeAt(Series series, Recurrence.Occurrence planned, WorkCalendar calendar) {
        int ahead = series.owner().isEmpty() ? policy.aheadDays() : series.isDaily() ? 1 : policy.projectDays();
        return calendar.opening(calendar.workingDay(planned.day(), -ahead));
    }

    /** How long a meeting that a project has takes when nobody said so. */
    public Duration usualLength(boolean daily) {
        return daily ? policy.dailyLength() : policy.length();
    }

    /** The series that a meeting was made of has ended before it began. Refused when it is too late for that. */
    public Decision<Meeting> callOff(Meeting meeting, String reason, Occasion occasion) {
        if (meeting.state() != State.CALLED) return notNow(meeting);
        return Decision.done(
                meeting.in(State.CANCELLED, Clocks.cancelled(meeting.deadlines(), occasion.now())),
                new MeetingFact.MeetingCancelled(reason));
    }

    private Meeting made(
            ItemNumber number,
            String subject,
            Slot slot,
            Optional<Origin> origin,
            String host,
            String organiser,
            List<Invitee> invitees,
            List<AgendaItem> agenda,
            Occasion occasion) {
        return new Meeting(
                number,
                1,
                State.CALLED,
                subject,
                slot,
                origin,
                host,
                organiser,
                invitees,
                agenda,
                Optional.empty(),
                occasion.now(),
                Set.of(),
                clocks.first(slot, organiser, origin.filter(Origin::isDaily).isPresent(), occasion));
    }

    /** Why there can be no meeting at that time; empty when there can. */
    static Optional<Decision<Meeting>> never(LocalDate day, LocalTime time, Occasion occasion) {
        WorkCalendar calendar = occasion.calendar();
        if (!calendar.isWorkingDay(day))
            return Optional.of(Decision.refused(
                    "meeting.refused.day-off", day, calendar.day(day).why(), calendar.nextWorkingDay(day)));
        Instant start = at(day, time, calendar);
        return start.isAfter(occasion.now())
                ? Optional.empty()
                : Optional.of(Decision.refused("meeting.refused.past", start));
    }

    static Instant at(LocalDate day, LocalTime time, WorkCalendar calendar) {
        return day.atTime(time).atZone(calendar.zone()).toInstant();
    }

    /** Those invited who will be away, by what is known now of who is there on the day of the meeting. */
    public List<String> away(Meeting meeting, Availability thatDay) {
        return meeting.invitees().stream()
                .filter(Invitee::isExpected)
                .map(Invitee::comer)
                .filter(thatDay::isAway)
                .toList();
    }

    /** A verb about one that exists. */
    public Decision<Meeting> decide(Meeting meeting, MeetingCommand.About command, Occasion occasion) {
        if (command instanceof MeetingCommand.Answer answer) return new Attending(meeting, occasion).answer(answer);
        if (command instanceof MeetingCommand.Propose propose) return new Attending(meeting, occasion).propose(propose);
        if (command instanceof MeetingCommand.CheckIn checkIn) return new Attending(meeting, occasion).checkIn(checkIn);
        if (command instanceof MeetingCommand.Reschedule later)
            return new Directing(meeting, clocks, occasion).reschedule(later);
        if (command instanceof MeetingCommand.Cancel cancel)
            return new Directing(meeting, clocks, occasion).cancel(cancel);
        Minuting minuting = new Minuting(meeting, clocks, occasion);
        if (command instanceof MeetingCommand.Minute minute) return minuting.write(minute);
        if (command instanceof MeetingCommand.Distribute distribute) return minuting.distribute(distribute);
        if (command instanceof MeetingCommand.Confirm) return minuting.confirm();
        return minuting.object((MeetingCommand.Object) command);
    }

    /** The agenda with what the books bring up in place of what they brought up before. Refused when that is the same. */
    public Decision<Meeting> fill(Meeting meeting, List<AgendaItem> open) {
        List<AgendaItem> agenda = new ArrayList<>(
                meeting.agenda().stream().filter(item -> item.about().isEmpty()).toList());
        agenda.addAll(open);
        if (meeting.state() != State.CALLED || agenda.equals(meeting.agenda())) return notNow(meeting);
        return Decision.done(meeting.about(agenda), new MeetingFact.AgendaFilled(open.size()));
    }

    /** After the calendar has changed: a meeting to come whose day is off now gives way to it, other clocks are wound anew. */
    Decision<Meeting> recompute(Meeting meeting, Occasion occasion) {
        LocalDate day = occasion.calendar().dateOf(meeting.slot().startsAt());
        boolean comes =
                meeting.state() == State.CALLED && meeting.slot().startsAt().isAfter(occasion.now());
        return comes && !occasion.calendar().isWorkingDay(day)
                ? new Directing(meeting, clocks, occasion).giveWay(day, shiftOf(meeting))
                : clocks.recompute(meeting, occasion);
    }

    private Recurrence.Shift shiftOf(Meeting meeting) {
        return policy.seriesOf(meeting).map(series -> series.rule().shift()).orElse(Recurrence.Shift.NEXT_WORKING_DAY);
    }

    static Decision<Meeting> notNow(Meeting meeting) {
        return Decision.refused(
                "meeting.refused.not-now",
                meeting.number(),
                Message.of("meeting.state." + meeting.state().name()));
    }

    static Decision<Meeting> onlyDirectors(Meeting meeting, Occasion occasion) {
        return Decision.refused(
                "meeting.refused.only-organiser",
                meeting.number(),
                occasion.organisation().nameOf(meeting.organiser()));
    }
}
