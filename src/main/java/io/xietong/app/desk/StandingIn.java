package io.xietong.app.desk;

import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.chat.TalkCommand;
import io.xietong.core.people.Delegation;
import io.xietong.core.people.DelegationRules;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;

/** Sets and ends leave and delegations (spec.md 4.11). */
final class StandingIn {

    private final Turn turn;

    StandingIn(Turn turn) {
        this.turn = turn;
    }

    Message set(TalkCommand.Delegate command) {
        String person = command.person().orElse(turn.speaker.id());
        Delegation wanted =
                new Delegation(person, command.delegate(), command.firstDay(), command.lastDay(), turn.speaker.id());
        Optional<Message> fault = DelegationRules.fault(wanted, turn.delegations(), turn.today(), turn.organisation());
        if (fault.isPresent()) return fault.get();
        turn.books.people().add(wanted, turn.now);
        String name = turn.organisation().nameOf(person);
        if (wanted.delegate().isEmpty())
            return Message.of("talk.delegate.away", name, wanted.firstDay(), wanted.lastDay());
        String delegate = wanted.delegate().get();
        Message told = Message.of("talk.delegate.told", name, wanted.firstDay(), wanted.lastDay());
        if (!delegate.equals(turn.speaker.id())) {
            turn.post(List.of(Outgoing.note(new Outgoing.ToPerson(delegate), told, Urgency.NORMAL, Optional.empty())));
        }
        return Message.of(
                "talk.delegate.set",
                name,
                wanted.firstDay(),
                wanted.lastDay(),
                turn.organisation().nameOf(delegate));
    }

    Message end(Optional<String> whose) {
        String person = whose.orElse(turn.speaker.id());
        if (!DelegationRules.maySet(turn.speaker.id(), person, turn.organisation())) {
            return Message.of("talk.delegate.rights", turn.organisation().nameOf(person));
        }
        int ended = turn.books.people().end(person, turn.today(), turn.now);
        return Message.of(
                ended > 0 ? "talk.delegate.ended" : "talk.delegate.none",
                turn.organisation().nameOf(person));
    }
}
