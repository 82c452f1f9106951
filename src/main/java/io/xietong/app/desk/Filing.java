package io.xietong.app.desk;

import io.xietong.app.store.RecentRequests;
import io.xietong.core.card.Card;
import io.xietong.core.card.Part;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.chat.SpokenDate;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.request.Request;
import io.xietong.core.request.RequestCommand;
import io.xietong.core.request.RequestFeature;
import io.xietong.core.request.RequestForm;
import io.xietong.core.request.RequestRules;
import io.xietong.core.request.Similar;
import io.xietong.core.text.Message;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes in a new request within the speaker's turn: as a draft to be confirmed, or filed at once. */
final class Filing {

    private final Turn turn;
    private final Kind<Request, RequestFeature> kind;

    Filing(Turn turn) {
        this.turn = turn;
        this.kind = turn.company.features().requests();
    }

    Answer handle(RequestCommand command) {
        return command instanceof RequestCommand.Draft draft ? draft(draft) : file((RequestCommand.File) command);
    }

    /** The form, filled in as far as it is known. A day that was named and cannot be is spoken of on top of it. */
    private Answer draft(RequestCommand.Draft draft) {
        Card form = RequestForm.card(draft, turn.organisation(), turn.speaker.department(), turn.words);
        Optional<Message> doubt = draft.wantedBy().isPresent() ? Optional.empty() : doubtfulDay();
        turn.answer(
                turn.here(),
                doubt.map(message -> withLine(form, turn.words.say(message))).orElse(form));
        return Answer.NONE;
    }

    private Optional<Message> doubtfulDay() {
        if (!(turn.inbound.said() instanceof Inbound.Text typed)) return Optional.empty();
        String folded = Normalizer.normalize(typed.text(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        SpokenDate.Found day = SpokenDate.find(folded, turn.today(), turn.company.calendar()::isWorkingDay);
        if (day instanceof SpokenDate.Impossible impossible) return Optional.of(impossible.why());
        return day instanceof SpokenDate.Either either
                ? Optional.of(Message.of("phrase.date.which", either.today(), either.nextWeek()))
                : Optional.empty();
    }

    private static Card withLine(Card card, String line) {
        List<Part> parts = new ArrayList<>(card.parts());
        parts.add(0, new Part.Line(line));
        return new Card(card.title(), card.tone(), parts, card.version());
    }

    private Answer file(RequestCommand.File file) {
        RecentRequests recent = turn.books.requests().recent(file.department(), file.need());
        Optional<ItemNumber> same = file.evenIfRepeated()
                ? Optional.empty()
                : recent.sameSince(
                        turn.speaker.id(), turn.now.minus(turn.company.talk().repeatWindow()));
        if (same.isPresent()) return repeated(file, same.get());

        Occasion occasion = turn.occasion(Actor.person(turn.speaker.id()));
        Optional<Message> fault = RequestRules.faultOf(file, occasion);
        if (fault.isPresent()) return turn.tell(fault.get());

        ItemNumber number = turn.books.requests().nextNumber(turn.now);
        List<ItemNumber> similar = similar(file, recent.alike());
        Decision.Done<Request> done =
                (Decision.Done<Request>) kind.feature().rules().file(number, file, similar, turn.chat(), occasion);
        turn.keep(kind, Optional.empty(), done, occasion);
        if (!similar.isEmpty()) turn.answer(turn.aside(), similarNote(similar));
        return turn.made(
                "request.form.title", number, kind.feature().told(done.facts().get(0), turn.organisation()));
    }

    /** The same text twice within seconds: asked, not silently doubled. */
    private Answer repeated(RequestCommand.File file, ItemNumber same) {
        RequestCommand.Draft draft = new RequestCommand.Draft(
                Optional.of(file.department()), file.person(), file.need(), file.wantedBy(), file.urgent());
        Card form = RequestForm.again(draft, turn.organisation(), turn.speaker.department(), turn.words);
        turn.answer(turn.here(), withLine(form, turn.words.say("request.repeated", same)));
        return turn.pressed() ? Answer.refused(turn.words.say("request.repeated", same)) : Answer.NONE;
    }

    private List<ItemNumber> similar(RequestCommand.File file, List<Long> alike) {
        List<Request> earlier = kind.find(turn.books, alike).stream()
                .filter(turn::sees)
                .map(Found::item)
                .toList();
        return Similar.to(file.need(), earlier, kind.feature().policy().similarShown());
    }

    private Message similarNote(List<ItemNumber> similar) {
        List<Object> lines = kind
                .find(turn.books, similar.stream().map(ItemNumber::serial).toList())
                .stream()
                .<Object>map(found -> Message.of(
                        "request.similar.one", found.number(), found.item().title(), found.state()))
                .toList();
        return Message.of("request.similar", lines);
    }
}
