package io.xietong.app.desk;

import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.notice.Notice;
import io.xietong.core.notice.NoticeCommand;
import io.xietong.core.notice.NoticeFeature;
import io.xietong.core.notice.NoticeForm;
import java.util.List;
import java.util.Optional;

/** Takes in a new notice within the speaker's turn: as a form to be filled in, or published from one. */
final class Announcing {

    private final Turn turn;
    private final Kind<Notice, NoticeFeature> kind;

    Announcing(Turn turn) {
        this.turn = turn;
        this.kind = turn.company.features().notices();
    }

    Answer handle(NoticeCommand command) {
        if (command instanceof NoticeCommand.Publish publish) return publish(publish);
        turn.answer(turn.aside(), NoticeForm.card((NoticeCommand.Draft) command, turn.words));
        return Answer.NONE;
    }

    private Answer publish(NoticeCommand.Publish publish) {
        Occasion occasion = turn.occasion(Actor.person(turn.speaker.id()));
        ItemNumber first = new ItemNumber(ItemKind.NOTICE, 1);
        Decision<Notice> decision = kind.feature().rules().publish(first, publish, occasion);
        if (decision instanceof Decision.Refused<Notice> refused) return turn.tell(refused.why());

        ItemNumber number = turn.books.notices().nextNumber(turn.now);
        Decision.Done<Notice> done =
                (Decision.Done<Notice>) kind.feature().rules().publish(number, publish, occasion);
        turn.keep(kind, Optional.empty(), done, occasion.inNameOf(done.after().inNameOf()));
        turn.post(List.of(Outgoing.card(turn.aside(), number, Optional.empty(), Urgency.ANSWER)));
        return turn.made(
                "notice.form.title", number, kind.feature().told(done.facts().get(0), turn.organisation()));
    }
}
