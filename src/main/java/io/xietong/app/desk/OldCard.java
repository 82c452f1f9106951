package io.xietong.app.desk;

import io.xietong.core.card.Card;
import io.xietong.core.card.Part;
import io.xietong.core.chat.Inbound;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.text.Message;
import io.xietong.core.trail.TrailEntry;
import java.util.Optional;
import java.util.regex.Matcher;

/** Presses on a card that shows an item as it no longer is: old, decided meanwhile, or forwarded (spec.md section 2). */
final class OldCard {

    private OldCard() {}

    /** The item that the pressed button was about. */
    static Optional<ItemNumber> number(Inbound.Press press) {
        Matcher number = ItemNumber.pattern().matcher(press.phrase());
        return number.find() ? ItemNumber.of(number) : Optional.empty();
    }

    /**
     * Who was faster, when the button that was pressed is no longer offered on the card as it looks now; empty when the press
     * still means what it meant.
     */
    static Optional<Message> overtaken(Turn turn, Inbound.Press press, Found<?> found, Card present) {
        boolean looks = press.phrase().equals(found.number().toString()); // it may be on another item's card
        if (looks || press.version() == found.item().version() || offers(present, press.phrase()))
            return Optional.empty();
        TrailWords words = turn.company.trailWords();
        return turn.books.trail().of(found.number()).stream()
                .filter(entry -> words.fact(entry).decides())
                .reduce((earlier, later) -> later)
                .map(entry -> sentence(words, found, entry));
    }

    private static boolean offers(Card card, String phrase) {
        return card.parts().stream()
                .filter(Part.Buttons.class::isInstance)
                .flatMap(part -> ((Part.Buttons) part).buttons().stream())
                .anyMatch(button -> button.phrase().equals(phrase));
    }

    private static Message sentence(TrailWords words, Found<?> found, TrailEntry entry) {
        return Message.of(
                "item.stale", found.number(), words.actor(entry), entry.at(), words.tell(entry), found.state());
    }
}
