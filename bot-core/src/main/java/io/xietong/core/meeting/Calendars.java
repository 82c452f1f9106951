package io.xietong.core.meeting;

import io.xietong.core.feature.Appointment;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether meetings are put into the calendars of the platforms, and how long before one those invited are reminded there.
 *
 * @param reminder empty for not at all
 */
public record Calendars(boolean kept, Optional<Duration> reminder) {

    /**
     * A meeting to come stands with its host and those who come; what was decided is not in it. One of a series that was moved
     * asks people anew, so it may stand there before they are asked. Empty once it has begun, since it is history then.
     */
    Optional<Appointment> of(Meeting meeting, Organisation organisation) {
        boolean calledOff = meeting.state() == State.CANCELLED;
        if (!kept || !meeting.isToCome() && !calledOff) return Optional.empty();
        Set<String> people = new HashSet<>(meeting.expected());
        people.add(meeting.host());
        return Optional.of(new Appointment(
                meeting.subject(),
                meeting.slot().startsAt(),
                meeting.slot().endsAt(),
                meeting.slot().place(),
                Message.of("meeting.calendar.about", meeting.number(), organisation.nameOf(meeting.host())),
                people.contains(meeting.organiser()) ? meeting.organiser() : meeting.host(),
                people,
                reminder,
                meeting.isAnnounced(),
                calledOff));
    }
}
