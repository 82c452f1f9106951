package io.xietong.core.meeting;

import io.xietong.core.action.Order;
import io.xietong.core.deadline.Deadline;
import io.xietong.core.deadline.Purpose;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Occasion;
import io.xietong.core.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The minutes of a meeting: written, distributed, confirmed or objected to, written anew. */
final class Minuting {

    private final Meeting meeting;
    private final MeetingClocks clocks;
    private final Occasion occasion;

    Minuting(Meeting meeting, MeetingClocks clocks, Occasion occasion) {
        this.meeting = meeting;
        this.clocks = clocks;
        this.occasion = occasion;
    }

    private boolean mayNot() {
        return !Rights.mayDirect(meeting, occasion.person(), occasion.organisation(), occasion.routing());
    }

    Decision<Meeting> write(MeetingCommand.Minute command) {
        if (mayNot()) return MeetingRules.onlyDirectors(meeting, occasion);
        if (meeting.state() == State.CALLED)
            return Decision.refused(
                    "meeting.refused.not-begun",
                    meeting.number(),
                    meeting.slot().startsAt());
        if (meeting.state() != State.HELD && meeting.state() != State.DRAFTED && meeting.state() != State.OBJECTED)
            return MeetingRules.notNow(meeting);
        if (command.decisions().isBlank()) return Decision.refused("meeting.refused.no-minutes", meeting.number());
        Optional<Decision<Meeting>> late = late(command.orders());
        if (late.isPresent()) return late.get();
        List<Invitee> came = new Attending(meeting, occasion).invited(command.people());
        if (came.isEmpty() && !command.people().isEmpty())
            return Decision.refused("meeting.refused.check-in-whom", meeting.number());
        return draft(command, came.stream().filter(one -> !one.present()).toList());
    }

    /** @param anew who came and was not noted yet */
    private Decision<Meeting> draft(MeetingCommand.Minute command, List<Invitee> anew) {
        int revision = meeting.state() == State.DRAFTED ? meeting.revision() : meeting.revision() + 1;
        Minutes minutes = new Minutes(
                revision,
                command.decisions(),
                command.orders(),
                occasion.person(),
                Optional.empty(),
                meeting.minutes().map(Minutes::objections).orElse(List.of()));
        Fact drafted = new MeetingFact.MinutesDrafted(revision, command.decisions(), command.orders());
        if (anew.isEmpty()) return Decision.done(meeting.minuted(State.DRAFTED, minutes, meeting.deadlines()), drafted);
        Decision.Done<Meeting> noted = new Attending(meeting, occasion).noted(anew);
        return new Decision.Done<>(
                noted.after().minuted(State.DRAFTED, minutes, meeting.deadlines()),
                List.of(drafted, noted.facts().get(0)));
    }

    private Optional<Decision<Meeting>> late(List<Order> orders) {
        return orders.stream()
                .filter(order -> order.isOver(occasion.calendar(), occasion.now()))
                .findFirst()
                .map(order -> Decision.refused("meeting.refused.order-in-the-past", order.what(), order.due()));
    }

    Decision<Meeting> distribute(MeetingCommand.Distribute command) {
        if (mayNot()) return MeetingRules.onlyDirectors(meeting, occasion);
        if (meeting.state() != State.DRAFTED) return MeetingRules.notNow(meeting);
        Minutes draft = meeting.minutes().orElseThrow();
        Optional<Decision<Meeting>> late = late(draft.orders());
        if (late.isPresent()) return late.get();
        if (!command.confirmed()) return unconfirmed(draft);
        Minutes out = new Minutes(
                draft.revision(),
                draft.decisions(),
                draft.orders(),
                draft.by(),
                Optional.of(occasion.now()),
                draft.objections());
        return Decision.done(
                meeting.minuted(
                        State.DISTRIBUTED, out, clocks.next(meeting, Purpose.OBJECTION, occasion.now(), occasion)),
                new MeetingFact.MinutesDistributed(out.revision(), out.orders()));
    }

    private Decision<Meeting> unconfirmed(Minutes draft) {
        return new Decision.Refused<>(
                Message.of("meeting.refused.confirm", meeting.number()),
                Optional.of(new Decision.Confirmation(
                        Message.of(
                                "meeting.confirm.distribute",
                                meeting.invited().size(),
                                draft.orders().size()),
                        Message.of("meeting.button.distribute"),
                        "分发 " + meeting.number() + " 确认")));
    }

    Decision<Meeting> confirm() {
        Optional<Invitee> seat = Rights.seat(meeting, occasion.person(), occasion.routing());
        if (seat.isEmpty()) return notInvited();
        if (meeting.state() != State.DISTRIBUTED) return MeetingRules.notNow(meeting);
        int revision = meeting.revision();
        if (seat.get().confirmed() >= revision)
            return Decision.refused("meeting.refused.confirmed-already", meeting.number());
        List<Invitee> after = meeting.invitees().stream()
                .map(one -> one.equals(seat.get()) ? one.confirms(revision) : one)
                .toList();
        return Decision.done(
                meeting.with(after), new MeetingFact.MinutesConfirmed(seat.get().person(), revision));
    }

    /** It opens them again: who directs the meeting writes them anew. */
    Decision<Meeting> object(MeetingCommand.Object command) {
        if (Rights.seat(meeting, occasion.person(), occasion.routing()).isEmpty()) return notInvited();
        if (meeting.state() == State.LOCKED) return Decision.refused("meeting.refused.locked", meeting.number());
        if (meeting.state() != State.DISTRIBUTED && meeting.state() != State.OBJECTED)
            return MeetingRules.notNow(meeting);
        if (command.text().isBlank()) return Decision.refused("meeting.refused.no-objection", meeting.number());
        Minutes minutes = meeting.minutes().orElseThrow();
        List<Minutes.Objection> objections = new ArrayList<>(minutes.objections());
        objections.add(new Minutes.Objection(minutes.revision(), occasion.person(), command.text()));
        Minutes objected = new Minutes(
                minutes.revision(),
                minutes.decisions(),
                minutes.orders(),
                minutes.by(),
                minutes.distributedAt(),
                objections);
        List<Deadline> running = meeting.state() == State.OBJECTED
                ? meeting.deadlines()
                : clocks.next(meeting, Purpose.MINUTES, occasion.now(), occasion);
        return Decision.done(
                meeting.minuted(State.OBJECTED, objected, running), new MeetingFact.MinutesObjected(command.text()));
    }

    private Decision<Meeting> notInvited() {
        return Decision.refused(
                "meeting.refused.not-invited",
                meeting.number(),
                occasion.organisation().nameOf(meeting.organiser()));
    }
}
