package io.xietong.app.desk;

import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Carries out what people say about items that exist, whatever their kind, within their turn. */
final class ItemDesk {

    private final Turn turn;
    private final Listing listing;

    ItemDesk(Turn turn, Listing listing) {
        this.turn = turn;
        this.listing = listing;
    }

    /** The answer to a press on a card that is out of date; empty when the press still means what it meant. */
    Optional<Answer> outdated(Inbound.Press press) {
        return OldCard.number(press)
                .flatMap(turn::find)
                .flatMap(found -> overtaken(found).map(who -> refused(found, who, Optional.empty())));
    }

    private Optional<Message> overtaken(Found<?> found) {
        return turn.inbound.said() instanceof Inbound.Press press && press.version() > 0 && turn.sees(found)
                ? OldCard.overtaken(turn, press, found, card(found))
                : Optional.empty();
    }

    Answer act(AboutItem command) {
        Optional<Found<?>> found = turn.find(command.number());
        if (found.isEmpty()) return unknown(command.number());
        Optional<Message> meanwhile = overtaken(found.get()); // it may have changed since the press was read
        return meanwhile.isPresent()
                ? refused(found.get(), meanwhile.get(), Optional.empty())
                : decide(found.get(), command);
    }

    private <S extends Item> Answer decide(Found<S> found, AboutItem command) {
        Occasion own = turn.occasion(Actor.person(turn.speaker.id()));
        Occasion occasion = own.inNameOf(found.inNameOf(command, own));
        Decision<S> decision = found.decide(command, occasion);
        if (decision instanceof Decision.Refused<S> refused) return refused(found, refused.why(), refused.confirm());

        Decision.Done<S> done = (Decision.Done<S>) decision;
        turn.keep(found.kind(), Optional.of(found.stored()), done, occasion);
        Found<S> after = found.after(done);
        Message said = found.told(done.facts().get(0), turn.organisation());
        if (turn.pressed()) return new Answer(Optional.of(turn.reply(after, said)), true, Optional.of(card(after)));
        turn.post(List.of(Outgoing.card(placeFor(after), command.number(), Optional.of(said), Urgency.ANSWER)));
        return Answer.NONE;
    }

    /** Whatever the reason, a card that was pressed is put right. */
    private Answer refused(Found<?> found, Message why, Optional<Decision.Confirmation> confirm) {
        if (!turn.pressed())
            return confirm.map(question -> confirmation(found, why, question)).orElseGet(() -> turn.tell(why));
        Optional<Card> present = turn.sees(found) ? Optional.of(card(found)) : Optional.empty();
        return new Answer(Optional.of(turn.words.say(why)), false, present);
    }

    /** What was typed and must be confirmed is asked about with a button that does so. */
    private Answer confirmation(Found<?> found, Message why, Decision.Confirmation question) {
        Card card = Card.titled(found.number() + " " + found.item().title(), Tone.WARNING)
                .line(turn.words.say(question.effect()))
                .line(turn.words.say(why))
                .buttons(List.of(new Button(
                        "confirm",
                        turn.words.say(question.label()),
                        question.phrase(),
                        Button.Style.DANGER,
                        Optional.empty())))
                .build();
        turn.answer(turn.aside(), card);
        return Answer.NONE;
    }

    private Card card(Found<?> found) {
        Optional<String> reader = turn.chat().isGroup() ? Optional.empty() : Optional.of(turn.speaker.id());
        return found.card(Optional.empty(), turn.view(reader));
    }

    /** Where a card is shown: in a group only what everybody there may see or has seen there. */
    private Outgoing.Address placeFor(Found<?> found) {
        return found.mayShowIn(turn.chat()) ? turn.here() : turn.aside();
    }

    /** An item number alone. */
    Answer show(ItemNumber number) {
        return about(number, found -> {
            turn.post(List.of(Outgoing.card(placeFor(found), number, Optional.empty(), Urgency.ANSWER)));
            return Answer.NONE;
        });
    }

    /** The answer about an item, when it exists and the speaker may see it; else it is said why not. */
    Answer about(ItemNumber number, Function<Found<?>, Answer> answer) {
        Optional<Found<?>> found = turn.find(number);
        if (found.isEmpty()) return unknown(number);
        return turn.sees(found.get())
                ? answer.apply(found.get())
                : turn.tell(found.get().hidden());
    }

    private Answer unknown(ItemNumber number) {
        Message sentence = Message.of("item.unknown", number);
        if (turn.pressed()) return Answer.refused(turn.words.say(sentence));
        turn.answer(turn.aside(), listing.recent(turn.words.say(sentence), ItemNumber::toString, List.of()));
        return Answer.NONE;
    }

    /** A verb without a number: the speaker's recent items, each with a button that completes the phrase. */
    Answer whichOne(Reading.NumberNeeded needed) {
        String verb = needed.phrase().verb();
        turn.answer(
                turn.aside(),
                listing.recent(turn.words.say("item.list.which", verb), needed::about, List.copyOf(needed.of())));
        return Answer.NONE;
    }
}
