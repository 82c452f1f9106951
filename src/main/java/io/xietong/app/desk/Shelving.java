package io.xietong.app.desk;

import io.xietong.app.platform.OneTimeToken;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.library.Document;
import io.xietong.core.library.Edition;
import io.xietong.core.library.LibraryCommand;
import io.xietong.core.library.LibraryFeature;
import io.xietong.core.library.LibraryFile;
import io.xietong.core.library.LibraryForm;
import io.xietong.core.library.LibraryRules;
import io.xietong.core.library.UploadRules;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;

/** Takes in a new document within the speaker's turn: as a form to be filled in, or put on a shelf from one. */
final class Shelving {

    /** Documents that are named before one is added. */
    private static final int NEWEST = 8;

    private static final int LOOKED_THROUGH = 200;

    private final Turn turn;
    private final Kind<Document, LibraryFeature> kind;

    Shelving(Turn turn) {
        this.turn = turn;
        this.kind = turn.company.features().documents();
    }

    Answer handle(LibraryCommand command) {
        if (command instanceof LibraryCommand.Shelve shelve) return shelve(shelve);
        if (command instanceof LibraryCommand.Upload upload) return upload(upload);
        if (command instanceof LibraryCommand.WithUpload sent) return withUpload(sent);
        if (command instanceof LibraryCommand.Download download) return download(download);
        LibraryCommand.Draft draft = (LibraryCommand.Draft) command;
        if (draft.name().isBlank() && draft.link().isBlank()) library();
        turn.answer(turn.aside(), LibraryForm.card(draft, turn.words));
        return Answer.NONE;
    }

    /** The newest documents that the speaker may open. */
    private void library() {
        List<Found<Document>> newest =
                Newest.of(kind, turn.books, turn.books.documents()::openBefore, turn::sees, NEWEST, LOOKED_THROUGH);
        if (newest.isEmpty()) return;
        turn.answer(
                turn.aside(),
                new Listing(turn)
                        .list(
                                turn.words.say("library.list"),
                                turn.words.say("library.list-newest"),
                                List.copyOf(newest),
                                ItemNumber::toString));
    }

    /** The page for a file goes to whoever may put it there; whether they still may is asked again when it is sent. */
    private Answer upload(LibraryCommand.Upload upload) {
        UploadRules rules = kind.feature().rules().uploads();
        if (upload.number().isEmpty()) return page(LibraryForm.upload(upload.text(), rules, turn.words));
        return items().about(upload.number().get(), found -> {
            Document document = (Document) found.item();
            if (!document.isOpen()) return turn.tell(LibraryRules.notNow(document));
            return LibraryRules.mayKeep(document, turn.speaker.id(), turn.organisation())
                    ? page(LibraryForm.renewal(document, upload.text(), rules, turn.words))
                    : turn.tell(LibraryRules.onlyOwner(document, turn.organisation()));
        });
    }

    private Answer page(Card form) {
        turn.post(List.of(new Outgoing(turn.aside(), new Outgoing.FormLink(form), Urgency.ANSWER, Optional.empty())));
        return turn.pressed() ? turn.confirm(Message.of("library.upload.sent")) : Answer.NONE;
    }

    private ItemDesk items() {
        return new ItemDesk(turn, new Listing(turn));
    }

    /** What is said of a file is carried out when the speaker has sent that file. */
    private Answer withUpload(LibraryCommand.WithUpload sent) {
        Optional<LibraryFile> file =
                turn.books.uploads().take(OneTimeToken.hash(sent.upload()), turn.speaker.id(), turn.now);
        if (file.isEmpty()) return turn.tell(Message.of("library.upload.lost"));
        LibraryCommand command = sent.with(file.get());
        return command instanceof LibraryCommand.Renew renew
                ? items().act(renew)
                : shelve((LibraryCommand.Shelve) command);
    }

    private Answer download(LibraryCommand.Download download) {
        return items().about(download.number(), found -> {
            List<Edition> editions = ((Document) found.item()).editions();
            int which = download.edition().orElse(editions.size());
            if (which < 1 || which > editions.size())
                return turn.tell(Message.of("library.refused.no-such-edition", found.number(), which, editions.size()));
            Optional<LibraryFile> file = editions.get(which - 1).file();
            if (file.isEmpty())
                return turn.tell(Message.of(
                        "library.refused.no-file",
                        found.number(),
                        which,
                        editions.get(which - 1).link()));
            String address = Download.link(turn, file.get(), found.number());
            turn.answer(
                    turn.aside(),
                    Message.of(
                            "library.download.ready",
                            file.get().described(),
                            found.number(),
                            which,
                            file.get().hash(),
                            address));
            return turn.pressed()
                    ? turn.confirm(Message.of("talk.export.sent", file.get().name()))
                    : Answer.NONE;
        });
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
