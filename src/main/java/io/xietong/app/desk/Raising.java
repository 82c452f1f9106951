package io.xietong.app.desk;

import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.dispute.Dispute;
import io.xietong.core.dispute.DisputeCommand;
import io.xietong.core.dispute.DisputeFeature;
import io.xietong.core.feature.Feature.Opponent;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.text.Message;
import java.util.Optional;

/** Takes in a new dispute within the speaker's turn: about an item they have a side in, or with a department on its own. */
final class Raising {

    private final Turn turn;
    private final Kind<Dispute, DisputeFeature> kind;

    Raising(Turn turn) {
        this.turn = turn;
        this.kind = turn.company.features().disputes();
    }

    Answer handle(DisputeCommand.Raise raise) {
        if (raise.about().isEmpty()) return raise(raise, Optional.empty(), turn.chat());
        ItemNumber about = raise.about().get();
        Optional<Found<?>> found = turn.find(about);
        if (found.isEmpty()) return turn.tell(Message.of("item.unknown", about));
        if (!turn.sees(found.get())) return turn.tell(found.get().hidden());
        Optional<ItemNumber> same = turn.books.disputes().openAbout(about);
        if (same.isPresent()) return turn.tell(Message.of("dispute.refused.disputed-already", about, same.get()));
        Optional<Opponent> opponent = found.get().opponent(turn.speaker.id(), turn.organisation());
        if (opponent.isEmpty()) return turn.tell(Message.of("dispute.refused.not-a-party", about));
        Optional<String> department = Optional.of(opponent.get().department());
        return raise(
                new DisputeCommand.Raise(raise.about(), department, raise.position()),
                opponent.get().person(),
                turn.chatAbout(found.get()));
    }

    private Answer raise(DisputeCommand.Raise raise, Optional<String> opponent, Chat chat) {
        Occasion occasion = turn.occasion(Actor.person(turn.speaker.id()));
        ItemNumber first = new ItemNumber(ItemKind.DISPUTE, 1);
        Decision<Dispute> decision = kind.feature().rules().raise(first, raise, opponent, chat, occasion);
        if (decision instanceof Decision.Refused<Dispute> refused) return turn.tell(refused.why());

        ItemNumber number = turn.books.disputes().nextNumber(turn.now);
        Decision.Done<Dispute> done =
                (Decision.Done<Dispute>) kind.feature().rules().raise(number, raise, opponent, chat, occasion);
        turn.keep(kind, Optional.empty(), done, occasion);
        return turn.made(
                "dispute.form.title", number, kind.feature().told(done.facts().get(0), turn.organisation()));
    }
}
