package io.xietong.app.desk;

import io.xietong.core.card.Card;
import io.xietong.core.card.Part;
import io.xietong.core.chat.Inbound;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.request.Request;
import io.xietong.core.request.RequestFact;
import io.xietong.core.text.Message;
import io.xietong.core.trail.TrailEntry;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Presses on a card that shows a request as it no longer is: old, decided meanwhile, or forwarded (spec.md section 2). */
final class OldCard {

    /** Facts that decide nothing: after them a card is out of date, yet its buttons still mean what they meant. */
    private static final Set<String> DECIDED_NOTHING = Set.of(
            RequestFact.Filed.class.getSimpleName(),
            RequestFact.Commented.class.getSimpleName(),
            RequestFact.Nudged.class.getSimpleName(),
            RequestFact.Watched.class.getSimpleName(),
            RequestFact.Unwatched.class.getSimpleName(),
            RequestFact.RungReached.class.getSimpleName(),
            RequestFact.DueMoved.class.getSimpleName());

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
    static Optional<Message> overtaken(Turn turn, Inbound.Press press, Request request, Card present) {
        if (press.version() == request.version() || offers(present, press.phrase())) return Optional.empty();
        return turn.books.trail().of(request.number()).stream()
                .filter(entry -> !DECIDED_NOTHING.contains(entry.fact()))
                .reduce((earlier, later) -> later)
                .map(entry -> sentence(turn, request, entry));
    }

    private static boolean offers(Card card, String phrase) {
        return card.parts().stream()
                .filter(Part.Buttons.class::isInstance)
                .flatMap(part -> ((Part.Buttons) part).buttons().stream())
                .anyMatch(button -> button.phrase().equals(phrase));
    }

    private static Message sentence(Turn turn, Request request, TrailEntry entry) {
        return Message.of(
                "request.stale",
                request.number(),
                TrailWords.actor(entry, turn.organisation()),
                entry.at(),
                TrailWords.tell(entry, turn.organisation()),
                Message.of("request.state." + request.state().name()));
    }
}
