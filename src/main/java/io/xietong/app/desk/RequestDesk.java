package io.xietong.app.desk;

import io.xietong.app.store.StoredRequest;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.chat.Phrase;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Visibility;
import io.xietong.core.people.Department;
import io.xietong.core.request.Occasion;
import io.xietong.core.request.Request;
import io.xietong.core.request.RequestCards;
import io.xietong.core.request.RequestCommand;
import io.xietong.core.request.RequestFact;
import io.xietong.core.request.RequestLists;
import io.xietong.core.request.RequestRules;
import io.xietong.core.request.Told;
import io.xietong.core.text.Message;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Carries out what people say about requests, within their turn. */
final class RequestDesk {

    private static final int RECENT = 5;
    private static final int WAITING = 200;
    private static final String UNCONFIRMED = "request.refused.confirm-withdraw";

    private final Turn turn;

    RequestDesk(Turn turn) {
        this.turn = turn;
    }

    Answer handle(RequestCommand command) {
        if (command instanceof RequestCommand.Draft draft) return new Filing(turn).draft(draft);
        if (command instanceof RequestCommand.File file) return new Filing(turn).file(file);
        return about((RequestCommand.About) command);
    }

    /** The answer to a press on a card that is out of date; empty when the press still means what it meant. */
    Optional<Answer> outdated(Inbound.Press press) {
        return OldCard.number(press)
                .flatMap(number -> turn.books.requests().find(number))
                .map(StoredRequest::request)
                .flatMap(request -> overtaken(request).map(who -> refused(request, who)));
    }

    private Optional<Message> overtaken(Request request) {
        return turn.inbound.said() instanceof Inbound.Press press && press.version() > 0 && turn.sees(request)
                ? OldCard.overtaken(turn, press, request, card(request))
                : Optional.empty();
    }

    private Answer about(RequestCommand.About command) {
        Optional<StoredRequest> found = turn.books.requests().find(command.number());
        if (found.isEmpty()) return unknown(command.number());
        Request request = found.get().request();
        Optional<Message> meanwhile = overtaken(request); // it may have changed since the press was read
        if (meanwhile.isPresent()) return refused(request, meanwhile.get());

        Occasion own = turn.occasion(Actor.person(turn.speaker.id()));
        Optional<String> inNameOf = RequestRules.inNameOf(request, command, own);
        Occasion occasion = turn.occasion(new Actor(Optional.of(turn.speaker.id()), inNameOf));
        Decision<Request, RequestFact> decision = RequestRules.decide(request, command, occasion);
        if (decision instanceof Decision.Refused<Request, RequestFact> refused) return refused(request, refused.why());

        Decision.Done<Request, RequestFact> done = (Decision.Done<Request, RequestFact>) decision;
        turn.keep(found, done, occasion);
        if (turn.pressed()) return new Answer(Optional.of(turn.reply(done)), true, Optional.of(card(done.after())));
        Message said = Told.of(done.facts().get(0), turn.organisation());
        turn.post(List.of(Outgoing.card(placeFor(request), command.number(), Optional.of(said), Urgency.ANSWER)));
        return Answer.NONE;
    }

    /** Whatever the reason, a card that was pressed is put right. */
    private Answer refused(Request request, Message why) {
        if (!turn.pressed()) return why.key().equals(UNCONFIRMED) ? confirmation(request, why) : turn.tell(why);
        boolean visible = turn.sees(request);
        Optional<Card> present = visible ? Optional.of(card(request)) : Optional.empty();
        return new Answer(Optional.of(turn.words.say(why)), false, present);
    }

    /** A typed 撤回 is asked about with a button that confirms it. */
    private Answer confirmation(Request request, Message why) {
        String department = turn.organisation().departmentName(request.department());
        Card card = Card.titled(request.number() + " " + request.ask().summary(), Tone.WARNING)
                .line(turn.words.say("request.confirm.withdraw", department))
                .line(turn.words.say(why))
                .buttons(List.of(new Button(
                        "withdraw",
                        turn.words.say("request.button.withdraw"),
                        "撤回 " + request.number() + " 确认",
                        Button.Style.DANGER,
                        Optional.empty())))
                .build();
        turn.answer(turn.aside(), card);
        return Answer.NONE;
    }

    private Card card(Request request) {
        Optional<String> reader = turn.chat().isGroup() ? Optional.empty() : Optional.of(turn.speaker.id());
        return RequestCards.card(request, Optional.empty(), turn.view(reader));
    }

    /** Where a card is shown: in a group only what everybody there may see or has seen there. */
    private Outgoing.Address placeFor(Request request) {
        Visibility visibility = request.ask().visibility();
        boolean filedHere = request.ask().chat().platform().equals(turn.chat().platform())
                && request.ask().chat().id().equals(turn.chat().id());
        boolean shown = visibility == Visibility.COMPANY || visibility == Visibility.DEPARTMENTS && filedHere;
        return shown ? turn.here() : turn.aside();
    }

    /** An item number alone. */
    Answer show(ItemNumber number) {
        Optional<StoredRequest> found = turn.books.requests().find(number);
        if (found.isEmpty()) return unknown(number);
        if (!turn.sees(found.get().request())) {
            return turn.tell(Message.of("request.refused.not-yours-to-see", number));
        }
        Outgoing.Address place = placeFor(found.get().request());
        turn.post(List.of(Outgoing.card(place, number, Optional.empty(), Urgency.ANSWER)));
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
        if (turn.sees(request)) return Optional.of(request);
        turn.tell(Message.of("request.refused.not-yours-to-see", number));
        return Optional.empty();
    }

    private Answer unknown(ItemNumber number) {
        Message sentence = Message.of("request.unknown", number);
        if (turn.pressed()) return Answer.refused(turn.words.say(sentence));
        turn.answer(turn.aside(), recent(turn.words.say(sentence), ""));
        return Answer.NONE;
    }

    /** A verb without a number: the speaker's recent items, each with a button that completes the phrase. */
    Answer whichOne(Phrase phrase) {
        turn.answer(turn.aside(), recent(turn.words.say("request.list.which", phrase.verb()), phrase.verb()));
        return Answer.NONE;
    }

    private Card recent(String heading, String verb) {
        Map<ItemNumber, Request> recent = new LinkedHashMap<>();
        waiting().stream()
                .sorted(Comparator.comparing(Request::number).reversed())
                .forEach(request -> recent.put(request.number(), request));
        requests(turn.books.requests().of(turn.speaker.id(), RECENT))
                .forEach(request -> recent.putIfAbsent(request.number(), request));
        List<Request> shown = recent.values().stream().limit(RECENT).toList();
        String line = shown.isEmpty() ? heading + " " + turn.words.say("request.list.mine-empty") : heading;
        return RequestLists.list(turn.words.say("request.list.recent"), line, shown, verb, turn.words);
    }

    /** What waits for the speaker: their own, and what lies with departments they answer for today. */
    List<Request> waiting() {
        Set<String> departments = turn.organisation().departments().stream()
                .filter(department -> department.contacts().contains(turn.speaker.id())
                        || turn.routing()
                                .actingHead(department.id(), Set.of())
                                .filter(head -> head.person().equals(turn.speaker.id()))
                                .isPresent())
                .map(Department::id)
                .collect(Collectors.toSet());
        return requests(turn.books.requests().openFor(turn.speaker.id(), departments, WAITING));
    }

    /** The requests with these serials that the speaker may see, in the same order. */
    List<Request> requests(List<Long> serials) {
        List<Request> found = turn.books.requests().find(serials).stream()
                .map(StoredRequest::request)
                .toList();
        return serials.stream()
                .flatMap(serial ->
                        found.stream().filter(request -> request.number().serial() == serial))
                .filter(request -> turn.sees(request))
                .toList();
    }
}
