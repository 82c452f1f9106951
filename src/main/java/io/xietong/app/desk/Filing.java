package io.xietong.app.desk;

import io.xietong.app.store.RecentRequests;
import io.xietong.app.store.RecentRequests.Asking;
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
import io.xietong.core.text.Message;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
        Instant window = turn.now.minus(turn.company.talk().repeatWindow());
        RecentRequests recent =
                turn.books.requests().recent(new Asking(turn.speaker.id(), file.department(), file.need(), window));
        if (recent.repeated().isPresent() && !file.evenIfRepeated())
            return repeated(file, recent.repeated().get());

        Occasion occasion = turn.occasion(Actor.person(turn.speaker.id()));
        Optional<Message> fault = RequestRules.faultOf(file, occasion);
        if (fault.isPresent()) return turn.tell(fault.get());

        ItemNumber number = turn.books.requests().nextNumber(turn.now);
        List<Found<Request>> similar = similar(recent.alike());
        List<ItemNumber> numbers = similar.stream().map(Found::number).toList();
        Decision.Done<Request> done =
                (Decision.Done<Request>) kind.feature().rules().file(number, file, numbers, turn.chat(), occasion);
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

    /** The most alike that the speaker may see; no more are read than it takes, since hundreds may be alike. */
    private List<Found<Request>> similar(List<Long> alike) {
        int most = kind.feature().policy().similarShown();
        List<Found<Request>> seen = new ArrayList<>();
        for (int from = 0, step = most; seen.size() < most && from < alike.size(); from += step, step *= 2) {
            List<Long> next = alike.subList(from, Math.min(from + step, alike.size()));
            kind.find(turn.books, next).stream()
                    .filter(turn::sees)
                    .sorted(Comparator.comparingInt(
                            found -> next.indexOf(found.number().serial())))
                    .limit(most - seen.size())
                    .forEach(seen::add);
        }
        return seen;
    }

    private static Message similarNote(List<Found<Request>> similar) {
        List<Object> lines = similar.stream()
                .<Object>map(found -> Message.of(
                        "request.similar.one", found.number(), found.item().title(), found.state()))
                .toList();
        return Message.of("request.similar", lines);
    }
}
