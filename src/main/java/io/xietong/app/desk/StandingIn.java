package io.xietong.app.desk;

import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.chat.TalkCommand;
import io.xietong.core.people.Delegation;
import io.xietong.core.people.DelegationRules;
import io.xietong.core.text.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets and ends leave and delegations (spec.md 4.11). */
final class StandingIn {

    private final Turn turn;

    StandingIn(Turn turn) {
        this.turn = turn;
    }

    Answer set(TalkCommand.Delegate command) {
        String person = command.person().orElse(turn.speaker.id());
        Delegation wanted =
                new Delegation(person, command.delegate(), command.firstDay(), command.lastDay(), turn.speaker.id());
        Optional<Message> fault = DelegationRules.fault(wanted, turn.delegations(), turn.today(), turn.organisation());
        if (fault.isPresent()) return turn.tell(fault.get());
        turn.books.people().add(wanted, turn.now);
        String name = turn.organisation().nameOf(person);
        Message set = wanted.delegate()
                .map(delegate -> Message.of(
                        "talk.delegate.set",
                        name,
                        wanted.firstDay(),
                        wanted.lastDay(),
                        turn.organisation().nameOf(delegate)))
                .orElseGet(() -> Message.of("talk.delegate.away", name, wanted.firstDay(), wanted.lastDay()));
        wanted.delegate()
                .ifPresent(delegate ->
                        tell(delegate, Message.of("talk.delegate.told", name, wanted.firstDay(), wanted.lastDay())));
        tell(person, set);
        return turn.confirm(set);
    }

    /** Everybody whom it concerns hears of it, except the one who did it. */
    private void tell(String person, Message message) {
        if (person.equals(turn.speaker.id())) return;
        turn.post(List.of(Outgoing.note(new Outgoing.ToPerson(person), message, Urgency.NORMAL, Optional.empty())));
    }

    Answer end(Optional<String> whose) {
        String person = whose.orElse(turn.speaker.id());
        if (!DelegationRules.maySet(turn.speaker.id(), person, turn.organisation())) {
            return turn.tell(
                    Message.of("talk.delegate.rights", turn.organisation().nameOf(person)));
        }
        List<Delegation> before = turn.delegations();
        int ended = turn.books.people().end(person, turn.today(), turn.now);
        String name = turn.organisation().nameOf(person);
        if (ended == 0) return turn.tell(Message.of("talk.delegate.none", name));
        Message over = Message.of("talk.delegate.ended", name);
        Set<String> concerned = before.stream()
                .filter(delegation -> delegation.person().equals(person))
                .flatMap(delegation -> delegation.delegate().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        concerned.add(person);
        concerned.forEach(other -> tell(other, over));
        return turn.confirm(over);
    }
}
