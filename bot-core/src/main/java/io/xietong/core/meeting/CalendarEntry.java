package io.xietong.core.meeting;

import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A meeting as it stands in somebody's own calendar. What was decided is not in it: that is read in the chat.
 *
 * @param version     grows with every change
 * @param description plain text of several lines
 */
public record CalendarEntry(
        ItemNumber number, long version, Slot slot, String subject, String description, Status status) {

    /** How sure it is that they come. */
    public enum Status {
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }

    /** Empty when it is not for them: they are not invited, do not come, send another, or are not asked yet. */
    public static Optional<CalendarEntry> of(Meeting meeting, String person, Organisation organisation, Words words) {
        Optional<Invitee> seat = meeting.invitees().stream()
                .filter(one -> one.comer().equals(person))
                .findFirst();
        boolean host = meeting.host().equals(person) && seat.isEmpty();
        if (!meeting.isAnnounced() || !host && seat.filter(Invitee::isExpected).isEmpty()) return Optional.empty();
        return Optional.of(new CalendarEntry(
                meeting.number(),
                meeting.version(),
                meeting.slot(),
                meeting.subject(),
                description(meeting, organisation, words),
                status(meeting, seat)));
    }

    private static Status status(Meeting meeting, Optional<Invitee> seat) {
        if (meeting.state() == State.CANCELLED) return Status.CANCELLED;
        boolean open = seat.filter(one -> one.reply() == Reply.NONE).isPresent();
        return open && meeting.state() == State.CALLED ? Status.TENTATIVE : Status.CONFIRMED;
    }

    private static String description(Meeting meeting, Organisation organisation, Words words) {
        List<String> lines = new ArrayList<>(List.of(
                meeting.number().toString(), words.say("meeting.host") + " " + organisation.nameOf(meeting.host())));
        int place = 0;
        for (AgendaItem item : meeting.agenda()) {
            place++;
            if (item.about().isEmpty()) lines.add(words.say("meeting.agenda-line", place, item.text()));
        }
        return String.join("\n", lines);
    }
}
