package io.xietong.core.meeting;

import io.xietong.core.action.Order;
import io.xietong.core.item.Fact;
import java.util.List;
import java.util.Optional;

/** What happened to a meeting. Each fact is one entry of its trail. */
public sealed interface MeetingFact extends Fact {

    /** What those invited do for themselves decides nothing: the buttons of the others still mean what they meant. */
    @Override
    default boolean decides() {
        return !(this instanceof InvitationAnswered
                || this instanceof AgendaProposed
                || this instanceof AgendaFilled
                || this instanceof CheckedIn
                || this instanceof MinutesConfirmed);
    }

    record MeetingCalled(Slot slot) implements MeetingFact {}

    /** It was made ahead of time from its series. */
    record MeetingPlanned(String series, Slot slot) implements MeetingFact {}

    record InvitationAnswered(String invitee, Reply reply, Optional<String> standIn, String reason)
            implements MeetingFact {}

    record AgendaProposed(String text) implements MeetingFact {}

    /** Open items put themselves on the agenda. */
    record AgendaFilled(int items) implements MeetingFact {}

    record MeetingMoved(Slot from, Slot to, String reason) implements MeetingFact {}

    /** The calendar has changed, and its day is off now. */
    record MeetingGaveWay(Slot from, Slot to) implements MeetingFact {}

    record MeetingCancelled(String reason) implements MeetingFact {}

    /** Its beginning has come. */
    record MeetingBegun() implements MeetingFact {}

    record CheckedIn(List<String> invitees) implements MeetingFact {}

    record MinutesDrafted(int revision, String decisions, List<Order> orders) implements MeetingFact {}

    record MinutesDistributed(int revision, List<Order> orders) implements MeetingFact {}

    record MinutesConfirmed(String invitee, int revision) implements MeetingFact {}

    record MinutesObjected(String text) implements MeetingFact {}

    /** A daily one is over, and nobody has written minutes. */
    record MeetingPassed() implements MeetingFact {}

    /** Nobody objected in time. */
    record MinutesLocked(int revision) implements MeetingFact {}
}
