package io.xietong.app.desk;

import io.xietong.core.action.ActionCommand;
import io.xietong.core.action.ActionFeature;
import io.xietong.core.action.ActionItem;
import io.xietong.core.action.ActionRules;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;

/** Takes in a new action item within the speaker's turn. */
final class Assigning {

    private final Turn turn;
    private final Kind<ActionItem, ActionFeature> kind;

    Assigning(Turn turn) {
        this.turn = turn;
        this.kind = turn.company.features().actionItems();
    }

    Answer handle(ActionCommand.Assign assign) {
        Optional<Found<?>> source = assign.source().flatMap(turn::find).filter(turn::sees);
        if (assign.source().isPresent() && source.isEmpty())
            return turn.tell(Message.of("item.unknown", assign.source().get()));
        Occasion occasion = turn.occasion(Actor.person(turn.speaker.id()));
        boolean tasked = source.isPresent()
                && assign.owner().filter(owner -> mayTask(source.get(), owner)).isPresent();
        ItemNumber first = new ItemNumber(ItemKind.ACTION_ITEM, 1);
        Decision<ActionItem> decision = assigned(first, assign, tasked, occasion);
        if (decision instanceof Decision.Refused<ActionItem> refused) return turn.tell(refused.why());

        ItemNumber number = turn.books.actionItems().nextNumber(turn.now);
        Decision.Done<ActionItem> done = (Decision.Done<ActionItem>) assigned(number, assign, tasked, occasion);
        turn.keep(kind, Optional.empty(), done, occasion);
        turn.post(List.of(Outgoing.card(turn.aside(), number, Optional.empty(), Urgency.ANSWER)));
        return turn.made(
                "action.form.title", number, kind.feature().told(done.facts().get(0), turn.organisation()));
    }

    /** Whoever leads the item it comes from orders it; everybody else needs a seat that may. */
    private Decision<ActionItem> assigned(
            ItemNumber number, ActionCommand.Assign assign, boolean tasked, Occasion occasion) {
        ActionRules rules = kind.feature().rules();
        return tasked ? rules.ordered(number, assign, occasion) : rules.assign(number, assign, occasion);
    }

    private boolean mayTask(Found<?> source, String owner) {
        return source.mayTask(turn.speaker.id(), owner, turn.organisation(), turn.routing());
    }
}
