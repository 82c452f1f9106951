package io.xietong.app.desk;

import io.xietong.app.store.StoredRequest;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.chat.Phrase;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.request.Occasion;
import io.xietong.core.request.Request;
import io.xietong.core.request.RequestCards;
import io.xietong.core.request.RequestCommand;
import io.xietong.core.request.RequestFact;
import io.xietong.core.request.RequestForm;
import io.xietong.core.request.RequestLists;
import io.xietong.core.request.RequestRules;
import io.xietong.core.request.Rights;
import io.xietong.core.request.Similar;
import io.xietong.core.request.Told;
import io.xietong.core.text.Message;
import io.xietong.core.trail.TrailEntry;
import java.util.List;
import java.util.Optional;

/** Carries out what people say about requests, within their turn. */
final class RequestDesk {

    private final Turn turn;

    RequestDesk(Turn turn) {
        this.turn = turn;
    }

    Answer handle(RequestCommand command) {
        if (command instanceof RequestCommand.Draft draft) return draft(draft, Optional.empty());
        if (command instanceof RequestCommand.File file) return file(file);
        return about((RequestCommand.About) command);
    }

    private Answer draft(RequestCommand.Draft draft, Optional<Message> why) {
        Card form = RequestForm.card(draft, turn.organisation(), turn.speaker.department(), turn.words);
        turn.answer(
                turn.here(),
                why.map(message -> withLine(form, turn.words.say(message))).orElse(form));
        return Answer.NONE;
    }

    private static Card withLine(Card card, String line) {
        List<io.xietong.core.card.Part> parts = new java.util.ArrayList<>(card.parts());
        parts.add(0, new io.xietong.core.card.Part.Line(line));
        return new Card(card.title(), card.tone(), parts, card.version());
    }

    private Answer file(RequestCommand.File file) {
        Optional<ItemNumber> same = file.evenIfRepeated()
                ? Optional.empty()
                : turn.books
                        .requests()
                        .sameSince(
                                turn.speaker.id(),
                                file.department(),
                                file.need(),
                                turn.now.minus(turn.company.talk().repeatWindow()));
        if (same.isPresent()) return repeated(file, same.get());

        Occasion occasion = occasion(Actor.person(turn.speaker.id()));
        Decision<Request, RequestFact> decision =
                RequestRules.file(ItemNumber.request(1), file, List.of(), turn.chat(), occasion);
        if (decision instanceof Decision.Refused<Request, RequestFact> refused) return refuse(refused.why());

        ItemNumber number = turn.books.requests().nextNumber(turn.now);
        List<ItemNumber> similar = similar(file);
        Decision.Done<Request, RequestFact> done =
                (Decision.Done<Request, RequestFact>) RequestRules.file(number, file, similar, turn.chat(), occasion);
        keep(Optional.empty(), done, occasion);
        if (!similar.isEmpty()) turn.answer(turn.aside(), similarNote(similar));
        return turn.pressed() ? Answer.toast(reply(done)) : Answer.NONE;
    }

    /** The same text twice within seconds: asked, not silently doubled. */
    private Answer repeated(RequestCommand.File file, ItemNumber same) {
        RequestCommand.Draft draft = new RequestCommand.Draft(
                Optional.of(file.department()), file.person(), file.need(), file.wantedBy(), file.urgent());
        Card form = RequestForm.again(draft, turn.organisation(), turn.speaker.department(), turn.words);
        turn.answer(turn.here(), withLine(form, turn.words.say("request.repeated", same)));
        return turn.pressed() ? Answer.toast(turn.words.say("request.repeated", same)) : Answer.NONE;
    }

    private List<ItemNumber> similar(RequestCommand.File file) {
        List<Request> earlier =
                turn.books.requests().find(turn.books.requests().alikeTo(file.need(), file.department())).stream()
                        .map(StoredRequest::request)
                        .filter(request -> Rights.maySee(request, turn.speaker.id(), turn.organisation()))
                        .toList();
        return Similar.to(file.need(), earlier, turn.company.requests().similarShown());
    }

    private Message similarNote(List<ItemNumber> similar) {
        List<Object> lines = turn
                .books
                .requests()
                .find(similar.stream().map(ItemNumber::serial).toList())
                .stream()
                .<Object>map(stored -> Message.of(
                        "request.similar.one",
                        stored.request().number(),
                        stored.request().ask().summary(),
                        Message.of("request.state." + stored.request().state().name())))
                .toList();
        return Message.of("request.similar", lines);
    }

    private Answer about(RequestCommand.About command) {
        Optional<StoredRequest> found = turn.books.requests().find(command.number());
        if (found.isEmpty()) return unknown(command.number());
        Request request = found.get().request();
        Occasion own = occasion(Actor.person(turn.speaker.id()));
        Optional<String> inNameOf = RequestRules.inNameOf(request, command, own);
        Occasion occasion = occasion(new Actor(Optional.of(turn.speaker.id()), inNameOf));
        Decision<Request, RequestFact> decision = RequestRules.decide(request, command, occasion);
        if (decision instanceof Decision.Refused<Request, RequestFact> refused) return refused(request, refused.why());

        Decision.Done<Request, RequestFact> done = (Decision.Done<Request, RequestFact>) decision;
        keep(found, done, occasion);
        if (turn.pressed())
            return new Answer(Optional.of(reply(done)), Optional.of(card(done.after(), Optional.empty())));
        Message said = Told.of(done.facts().get(0), turn.organisation());
        turn.post(List.of(Outgoing.card(turn.here(), command.number(), Optional.of(said), Urgency.ANSWER)));
        return Answer.NONE;
    }

    private void keep(Optional<StoredRequest> before, Decision.Done<Request, RequestFact> done, Occasion occasion) {
        TrailEntry.Source source =
                new TrailEntry.Source(turn.inbound.platform(), turn.chat().id(), turn.inbound.eventId());
        new Ledger(turn.books, turn.company).keep(List.of(new Ledger.Change(before, done, occasion, source)), turn.now);
    }

    private String reply(Decision.Done<Request, RequestFact> done) {
        return done.after().number() + " " + turn.words.say(Told.of(done.facts().get(0), turn.organisation()));
    }

    /** A click on an old card is told who was faster; whatever the reason, the card is put right. */
    private Answer refused(Request request, Message why) {
        boolean stale = turn.inbound.said() instanceof Inbound.Press press
                && press.version() > 0
                && press.version() < request.version()
                && why.key().equals("request.refused.not-now");
        boolean visible = Rights.maySee(request, turn.speaker.id(), turn.organisation());
        Message sentence = stale && visible ? stale(request).orElse(why) : why;
        if (!turn.pressed()) return refuse(sentence);
        Optional<Card> present = visible ? Optional.of(card(request, Optional.empty())) : Optional.empty();
        return new Answer(Optional.of(turn.words.say(sentence)), present);
    }

    private Optional<Message> stale(Request request) {
        return turn.books.trail().of(request.number()).stream()
                .filter(entry -> entry.actor().person().isPresent())
                .filter(entry -> entry.stateBefore().isPresent()
                        && !entry.stateBefore().get().equals(entry.stateAfter()))
                .reduce((earlier, later) -> later)
                .map(entry -> Message.of(
                        "request.stale",
                        request.number(),
                        turn.organisation().nameOf(entry.actor().person().orElseThrow()),
                        entry.at(),
                        TrailWords.tell(entry, turn.organisation())));
    }

    private Card card(Request request, Optional<Message> headline) {
        Optional<String> reader = turn.chat().isGroup() ? Optional.empty() : Optional.of(turn.speaker.id());
        return RequestCards.card(
                request,
                headline,
                new RequestCards.View(
                        reader,
                        turn.organisation(),
                        turn.routing(),
                        turn.company.calendar(),
                        turn.company.requests(),
                        turn.now,
                        turn.words));
    }

    /** An item number alone. */
    Answer show(ItemNumber number) {
        Optional<StoredRequest> found = turn.books.requests().find(number);
        if (found.isEmpty()) return unknown(number);
        if (!Rights.maySee(found.get().request(), turn.speaker.id(), turn.organisation())) {
            return refuse(Message.of("request.refused.not-yours-to-see", number));
        }
        turn.post(List.of(Outgoing.card(turn.here(), number, Optional.empty(), Urgency.ANSWER)));
        return Answer.NONE;
    }

    /** The request, when it exists and the speaker may see it; else it is said why not. */
    Optional<Request> visible(ItemNumber number) {
        Optional<StoredRequest> found = turn.books.requests().find(number);
        if (found.isEmpty()) {
            unknown(number);
            return Optional.empty();
        }
        Request request = found.get().request();
        if (Rights.maySee(request, turn.speaker.id(), turn.organisation())) return Optional.of(request);
        refuse(Message.of("request.refused.not-yours-to-see", number));
        return Optional.empty();
    }

    private Answer unknown(ItemNumber number) {
        Message sentence = Message.of("request.unknown", number);
        if (turn.pressed()) return Answer.toast(turn.words.say(sentence));
        turn.answer(turn.aside(), recent(turn.words.say(sentence), ""));
        return Answer.NONE;
    }

    /** A verb without a number: the speaker's recent items, each with a button that completes the phrase. */
    Answer whichOne(Phrase phrase) {
        turn.answer(turn.aside(), recent(turn.words.say("request.list.which", phrase.verb()), phrase.verb()));
        return Answer.NONE;
    }

    private Card recent(String heading, String verb) {
        List<Request> recent = requests(turn.books.requests().of(turn.speaker.id(), 5));
        return RequestLists.list(turn.words.say("request.list.recent"), heading, recent, verb, turn.words);
    }

    /** The requests with these serials that the speaker may see, in the same order. */
    List<Request> requests(List<Long> serials) {
        List<Request> found = turn.books.requests().find(serials).stream()
                .map(StoredRequest::request)
                .toList();
        return serials.stream()
                .flatMap(serial ->
                        found.stream().filter(request -> request.number().serial() == serial))
                .filter(request -> Rights.maySee(request, turn.speaker.id(), turn.organisation()))
                .toList();
    }

    private Answer refuse(Message why) {
        if (turn.pressed()) return Answer.toast(turn.words.say(why));
        turn.answer(turn.aside(), why);
        return Answer.NONE;
    }

    private Occasion occasion(Actor actor) {
        return new Occasion(
                actor, turn.now, turn.organisation(), turn.routing(), turn.company.calendar(), turn.company.requests());
    }
}
