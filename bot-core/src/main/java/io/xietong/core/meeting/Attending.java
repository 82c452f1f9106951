package io.xietong.core.meeting;

import io.xietong.core.item.Decision;
import io.xietong.core.item.Occasion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What those invited do: answer, propose what to talk about, sign in. */
final class Attending {

    private static final int LONGEST_AGENDA = 40;

    private final Meeting meeting;
    private final Occasion occasion;

    Attending(Meeting meeting, Occasion occasion) {
        this.meeting = meeting;
        this.occasion = occasion;
    }

    private Optional<Invitee> seat() {
        return Rights.seat(meeting, occasion.person(), occasion.routing());
    }

    private Decision<Meeting> notInvited() {
        return Decision.refused(
                "meeting.refused.not-invited",
                meeting.number(),
                occasion.organisation().nameOf(meeting.organiser()));
    }

    Decision<Meeting> answer(MeetingCommand.Answer command) {
        Optional<Invitee> seat = seat();
        if (seat.isEmpty()) return notInvited();
        if (meeting.state() != State.CALLED) return MeetingRules.notNow(meeting);
        if (command.reply() == Reply.DECLINED && command.reason().isBlank())
            return Decision.refused("meeting.refused.no-reason-to-decline", meeting.number());
        if (command.reply() == Reply.STAND_IN) {
            Optional<Decision<Meeting>> wrong = wrongStandIn(command.standIn(), seat.get());
            if (wrong.isPresent()) return wrong.get();
        }
        Invitee after = seat.get().says(command.reply(), command.standIn(), command.reason());
        if (after.equals(seat.get())) return Decision.refused("meeting.refused.answered-so", meeting.number());
        return Decision.done(
                meeting.with(changed(List.of(seat.get()), one -> after)),
                new MeetingFact.InvitationAnswered(
                        seat.get().person(), command.reply(), command.standIn(), command.reason()));
    }

    /** Nobody comes for two, and nobody for themself. */
    private Optional<Decision<Meeting>> wrongStandIn(Optional<String> standIn, Invitee seat) {
        if (standIn.flatMap(occasion.organisation()::person).isEmpty())
            return Optional.of(Decision.refused("meeting.refused.stand-in-whom", meeting.number()));
        String other = standIn.get();
        boolean comes = other.equals(seat.person())
                || meeting.invitees().stream()
                        .anyMatch(one -> !one.equals(seat)
                                && (one.person().equals(other) || one.comer().equals(other)));
        return comes
                ? Optional.of(Decision.refused(
                        "meeting.refused.comes-anyway", occasion.organisation().nameOf(other)))
                : Optional.empty();
    }

    Decision<Meeting> propose(MeetingCommand.Propose command) {
        boolean directs = Rights.mayDirect(meeting, occasion.person(), occasion.organisation(), occasion.routing());
        if (seat().isEmpty() && !directs) return notInvited();
        if (meeting.state() != State.CALLED) return MeetingRules.notNow(meeting);
        if (command.text().isBlank()) return Decision.refused("meeting.refused.no-topic", meeting.number());
        if (meeting.agenda().size() >= LONGEST_AGENDA)
            return Decision.refused("meeting.refused.agenda-full", meeting.number(), LONGEST_AGENDA);
        List<AgendaItem> agenda = new ArrayList<>(meeting.agenda());
        agenda.add(AgendaItem.proposed(command.text(), occasion.person()));
        return Decision.done(meeting.about(agenda), new MeetingFact.AgendaProposed(command.text()));
    }

    /** By oneself from the beginning on; the organiser notes others until the minutes are out. */
    Decision<Meeting> checkIn(MeetingCommand.CheckIn command) {
        boolean directs = Rights.mayDirect(meeting, occasion.person(), occasion.organisation(), occasion.routing());
        if (!command.people().isEmpty() && !directs) return MeetingRules.onlyDirectors(meeting, occasion);
        if (command.people().isEmpty() && seat().isEmpty())
            return directs ? Decision.refused("meeting.refused.check-in-whom", meeting.number()) : notInvited();
        if (meeting.state() == State.CALLED)
            return Decision.refused(
                    "meeting.refused.not-begun",
                    meeting.number(),
                    meeting.slot().startsAt());
        if (meeting.state() != State.HELD && meeting.state() != State.DRAFTED) return MeetingRules.notNow(meeting);
        List<Invitee> came = command.people().isEmpty() ? List.of(seat().orElseThrow()) : invited(command.people());
        if (came.isEmpty()) return Decision.refused("meeting.refused.check-in-whom", meeting.number());
        if (came.stream().allMatch(Invitee::present))
            return Decision.refused("meeting.refused.checked-in-already", meeting.number());
        return noted(came);
    }

    /** Those of the people who are invited, or come for somebody who is. */
    List<Invitee> invited(List<String> people) {
        return meeting.invitees().stream()
                .filter(one -> people.contains(one.person()) || people.contains(one.comer()))
                .toList();
    }

    /** @param came at least one of those invited */
    Decision.Done<Meeting> noted(List<Invitee> came) {
        return new Decision.Done<>(
                meeting.with(changed(came, Invitee::here)),
                List.of(new MeetingFact.CheckedIn(
                        came.stream().map(Invitee::comer).toList())));
    }

    private List<Invitee> changed(List<Invitee> which, UnaryOperator<Invitee> how) {
        return meeting.invitees().stream()
                .map(one -> which.contains(one) ? how.apply(one) : one)
                .toList();
    }
}
