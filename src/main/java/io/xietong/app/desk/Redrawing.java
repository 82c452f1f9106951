package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiPlaces.Place;
import io.xietong.app.store.OutboxRow;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.ChatPlatform.Content;
import io.xietong.core.chat.ChatPlatform.Delivery;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.item.Essentials;
import io.xietong.core.item.Item;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Draws all cards of an item anew where they are. One that cannot be reached does not keep the others old. Thread-safe. */
final class Redrawing {

    private final Database database;
    private final Supplier<Company> company;
    private final Platforms platforms;
    private final Clock clock;
    private final AtomicLong posted = new AtomicLong();

    Redrawing(Database database, Supplier<Company> company, Platforms platforms, Clock clock) {
        this.database = database;
        this.company = company;
        this.platforms = platforms;
        this.clock = clock;
    }

    /** How often redrawing brought a new message about. */
    long posted() {
        return posted.get();
    }

    /**
     * How it went.
     *
     * @param served the refreshes of the same item that this one did the work of
     * @param fault  the first place that could not be reached and is worth another attempt
     * @param hold   how long until a platform takes more of them
     */
    record Result(List<Long> served, Optional<NotSent> fault, Optional<Duration> hold) {}

    /** A place, and what is to be seen there. */
    private record Picture(Place place, Item item, Delivery delivery) {}

    Result of(OutboxRow row) {
        List<Long> served = database.read(books -> books.claims().refreshesLike(row));
        Optional<NotSent> fault = Optional.empty();
        Optional<Duration> wait = Optional.empty();
        for (Picture picture : database.read(books -> pictures(books, row))) {
            Optional<ChatPlatform> platform = platforms.of(picture.place().chat());
            if (platform.isEmpty()) continue;
            Gate.Passage passage = update(platform.get(), picture);
            if (passage.receipt().isEmpty()) wait = Optional.of(shorter(wait, passage.hold()));
            else if (worthAnother(passage.receipt().get())) {
                NotSent reason = (NotSent) passage.receipt().get();
                fault = fault.or(() -> Optional.of(reason));
            } else note(picture, passage.receipt().get());
        }
        return new Result(served, fault, wait);
    }

    private Gate.Passage update(ChatPlatform platform, Picture picture) {
        Place place = picture.place();
        return platforms
                .pace(place.chat())
                .takeUpdate(place.id(), clock.instant())
                .map(Gate.Passage::later)
                .orElseGet(() -> platforms
                        .gate(place.chat())
                        .through(() -> platform.update(place.messageId(), picture.delivery())));
    }

    private static Duration shorter(Optional<Duration> before, Duration wait) {
        return before.filter(other -> other.compareTo(wait) < 0).orElse(wait);
    }

    private List<Picture> pictures(Books books, OutboxRow row) {
        Optional<Found<?>> item =
                row.item().flatMap(number -> company.get().features().find(books, number));
        if (item.isEmpty()) return List.of();
        return books.places().behind(item.get().number(), item.get().item().version()).stream()
                .filter(place -> row.refreshedReader()
                        .filter(reader -> !place.reader().equals(Optional.of(reader)))
                        .isEmpty())
                .map(place -> new Picture(place, item.get().item(), delivery(books, place, item.get())))
                .toList();
    }

    private Delivery delivery(Books books, Place place, Found<?> found) {
        Content content = Drawing.of(books, company.get(), place.reader(), clock.instant())
                .content(new Outgoing.ItemCard(place.headline(), Optional.empty()), Optional.of(found));
        return new Delivery("u" + place.id() + "v" + found.item().version(), place.chat(), content);
    }

    private static boolean worthAnother(Receipt receipt) {
        return receipt instanceof NotSent fault
                && (fault.kind() == NotSent.Kind.TRY_AGAIN || fault.kind() == NotSent.Kind.NEEDS_ADMIN);
    }

    private void note(Picture picture, Receipt receipt) {
        Instant now = clock.instant();
        Place place = picture.place();
        Item item = picture.item();
        database.inTransaction(books -> {
            if (receipt instanceof Sent sent) {
                books.places().drawn(place.showing(item.version(), Essentials.of(item), sent.messageId()));
            } else if (((NotSent) receipt).kind() == NotSent.Kind.CARD_EXPIRED) {
                if (new Reissue(books, company.get(), now).afterChange(place, item)) posted.incrementAndGet();
            } else {
                books.places().remove(place.id());
            }
            return null;
        });
    }
}
