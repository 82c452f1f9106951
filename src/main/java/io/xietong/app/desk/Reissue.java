package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.app.store.JdbiPlaces.Place;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.item.Essentials;
import io.xietong.core.item.Item;
import io.xietong.core.item.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a card is sent anew in place of one that cannot be changed. A message troubles people more than a change in place, so
 * after a change there is one only if the reader would be misled without it: the {@linkplain Essentials essentials} are others
 * than the old card shows, and no newer card of the item stands in the chat or is on its way to the reader. Else the old card
 * stays until the next change, and a press on it is answered with the present state. Before it dies, the card of an item on
 * which a step is owed is sent anew to those who have a part in it or owe the step, unless a newer one of it stands in the chat:
 * who has voted, or stood in for somebody once, has nothing to press any more. Works within the caller's transaction.
 */
final class Reissue {

    private final Books books;
    private final Company company;
    private final Instant now;

    Reissue(Books books, Company company, Instant now) {
        this.books = books;
        this.company = company;
        this.now = now;
    }

    /** The item changed and the card could not; says whether a new one is on its way. */
    boolean afterChange(Place place, Item present) {
        return isMisleading(place, present) && !isOutdone(place) && anew(place);
    }

    private static boolean isMisleading(Place place, Item present) {
        return place.shows().filter(Essentials.of(present)::equals).isEmpty();
    }

    /** Asked in this order, because a card that arrives in between ceases to come and stands, in one transaction. */
    private boolean isOutdone(Place place) {
        return books.outbox().isComing(place.item(), place.reader(), place.chat())
                || books.places().hasNewer(place);
    }

    /** The card's life on its platform ends soon. One that a newer card in the same chat has followed need not live on. */
    void beforeDeath(Place place) {
        boolean wanted = company.features()
                .find(books, place.item())
                .map(Found::item)
                .filter(item -> item.isOpen() && !item.waitingFor().isEmpty() && concerns(place.reader(), item))
                .isPresent();
        if (wanted && !books.places().hasNewer(place)) anew(place);
        else books.places().remove(place.id());
    }

    /** Whether a card of the item is still of use to its reader; in a group it is to somebody. */
    private boolean concerns(Optional<String> reader, Item item) {
        if (reader.filter(person -> !item.parties().contains(person)).isEmpty()) return true;
        Occasion today = Recalculation.byClock(books, company, now);
        return item.waitingFor().stream()
                .anyMatch(waiting -> waiting.isOn(reader.get(), today.organisation(), today.routing()));
    }

    /** Once, however many try it. */
    private boolean anew(Place place) {
        if (!books.places().remove(place.id())) return false;
        Outgoing.Address to = place.reader()
                .<Outgoing.Address>map(Outgoing.ToPerson::new)
                .orElseGet(() -> new Outgoing.ToChat(place.chat()));
        Turn.post(
                books,
                company,
                List.of(Outgoing.card(to, place.item(), place.headline(), Outgoing.Urgency.NORMAL)),
                now);
        return true;
    }
}
