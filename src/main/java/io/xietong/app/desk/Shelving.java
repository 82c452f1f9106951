package io.xietong.app.desk;

import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.library.Document;
import io.xietong.core.library.LibraryCommand;
import io.xietong.core.library.LibraryFeature;
import io.xietong.core.library.LibraryForm;
import java.util.List;
import java.util.Optional;

/** Takes in a new document within the speaker's turn: as a form to be filled in, or put on a shelf from one. */
final class Shelving {

    /** Documents that are named before one is added. */
    private static final int NEWEST = 8;

    private final Turn turn;
    private final Kind<Document, LibraryFeature> kind;

    Shelving(Turn turn) {
        this.turn = turn;
        this.kind = turn.company.features().documents();
    }

    Answer handle(LibraryCommand command) {
        if (command instanceof LibraryCommand.Shelve shelve) return shelve(shelve);
        LibraryCommand.Draft draft = (LibraryCommand.Draft) command;
        if (draft.name().isBlank() && draft.link().isBlank()) library();
        turn.answer(turn.aside(), LibraryForm.card(draft, turn.words));
        return Answer.NONE;
    }

    /** The newest documents that the speaker may open. */
    private void library() {
        List<Found<?>> newest = Exporting.newest(turn.books, kind, turn::sees, 200).stream()
                .filter(found -> found.item().isOpen())
                .limit(NEWEST)
                .toList();
        if (newest.isEmpty()) return;
        turn.answer(
                turn.aside(),
                new Listing(turn)
                        .list(
                                turn.words.say("library.list"),
                                turn.words.say("library.list-newest"),
                                newest,
                                ItemNumber::toString));
    }

    private Answer shelve(LibraryCommand.Shelve shelve) {
        Occasion occasion = turn.occasion(Actor.person(turn.speaker.id()));
        ItemNumber first = new ItemNumber(ItemKind.DOCUMENT, 1);
        Decision<Document> decision = kind.feature().rules().shelve(first, shelve, occasion);
        if (decision instanceof Decision.Refused<Document> refused) return turn.tell(refused.why());

        ItemNumber number = turn.books.documents().nextNumber(turn.now);
        Decision.Done<Document> done =
                (Decision.Done<Document>) kind.feature().rules().shelve(number, shelve, occasion);
        turn.keep(kind, Optional.empty(), done, occasion);
        turn.post(List.of(Outgoing.card(turn.aside(), number, Optional.empty(), Urgency.ANSWER)));
        return turn.made(
                "library.form.title", number, kind.feature().told(done.facts().get(0), turn.organisation()));
    }
}
