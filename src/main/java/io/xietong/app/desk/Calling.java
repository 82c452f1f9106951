package io.xietong.app.desk;

import io.xietong.core.action.ActionItem;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.gate.Checkpoint;
import io.xietong.core.gate.Gate;
import io.xietong.core.gate.GateCommand;
import io.xietong.core.gate.GateFeature;
import io.xietong.core.gate.GateRules;
import io.xietong.core.gate.KeyNodes;
import io.xietong.core.gate.Lock;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.project.Project;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;

/** Calls the departments to a gate of a project within the speaker's turn. */
final class Calling {

    private final Turn turn;
    private final Kind<Gate, GateFeature> kind;

    Calling(Turn turn) {
        this.turn = turn;
        this.kind = turn.company.features().gates();
    }

    /** The project is held meanwhile, so that two who call at once do not get two gates. */
    Answer handle(GateCommand.Call call) {
        turn.books.projects().lock(List.of(call.project().serial()));
        Optional<Found<Project>> found = turn.company.features().projects().find(turn.books, call.project());
        if (found.isEmpty()) return turn.tell(Message.of("item.unknown", call.project()));
        if (!turn.sees(found.get())) return turn.tell(found.get().hidden());
        Project project = found.get().item();
        Optional<Message> fault = KeyNodes.fault(project, call.ordinal());
        if (fault.isPresent()) return turn.tell(fault.get());
        Checkpoint at = KeyNodes.at(project, call.ordinal());
        Optional<ItemNumber> same = turn.books.gates().openAt(project.number(), at.ordinal());
        return same.isPresent() ? calledAlready(at, same.get()) : call(at, found.get());
    }

    /** Whoever may see the gate that is there gets its card along with the sentence. */
    private Answer calledAlready(Checkpoint at, ItemNumber gate) {
        Message sentence = Message.of("gate.refused.called-already", at.stage(), gate);
        if (turn.find(gate).filter(turn::sees).isEmpty()) return turn.tell(sentence);
        turn.post(List.of(Outgoing.card(turn.aside(), gate, Optional.of(sentence), Outgoing.Urgency.ANSWER)));
        return Answer.NONE;
    }

    private Answer call(Checkpoint at, Found<Project> project) {
        Occasion own = turn.occasion(Actor.person(turn.speaker.id()));
        Occasion occasion = own.inNameOf(GateRules.callsInNameOf(at, own));
        GateRules rules = kind.feature().rules();
        List<Lock> locks = locks(at.project());
        ItemNumber first = new ItemNumber(ItemKind.GATE, 1);
        Decision<Gate> decision = rules.call(first, at, locks, turn.chatAbout(project), occasion);
        if (decision instanceof Decision.Refused<Gate> refused) return turn.tell(refused.why());

        ItemNumber number = turn.books.gates().nextNumber(turn.now);
        Decision.Done<Gate> done =
                (Decision.Done<Gate>) rules.call(number, at, locks, turn.chatAbout(project), occasion);
        turn.keep(kind, Optional.empty(), done, occasion);
        return turn.made(
                "gate.form.title", number, kind.feature().told(done.facts().get(0), turn.organisation()));
    }

    /** Open conditions of earlier gates; each is held, so that it is not met while nobody looks. */
    private List<Lock> locks(ItemNumber project) {
        Kind<ActionItem, ?> items = turn.company.features().actionItems();
        List<Long> open = turn.books.actionItems().openFrom(turn.books.gates().ofProject(project));
        return items.find(turn.books, turn.books.actionItems().lock(open)).stream()
                .map(Found::item)
                .filter(ActionItem::isOpen)
                .map(item -> new Lock(item.number(), item.title()))
                .toList();
    }
}
