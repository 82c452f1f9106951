package io.xietong.app.desk;

import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiPlaces.Place;
import io.xietong.core.chat.ChatPlatform;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work of the small hours, once a day: cards that are about to die are sent anew, what is long done is forgotten. */
public final class Night {

    private static final Logger log = LoggerFactory.getLogger(Night.class);
    private static final String NEXT = "night.next";
    private static final Duration INBOX_KEPT = Duration.ofDays(7);
    private static final Duration OUTBOX_KEPT = Duration.ofDays(30);
    private static final int CARDS_AT_ONCE = 500;

    private final Database database;
    private final Supplier<Company> company;
    private final Map<String, ChatPlatform> platforms;
    private final Clock clock;

    public Night(Database database, Supplier<Company> company, Map<String, ChatPlatform> platforms, Clock clock) {
        this.database = database;
        this.company = company;
        this.platforms = platforms;
        this.clock = clock;
    }

    /**
     * Does the work if its hour has come and no other node has done it. All of it is harmless twice, so the night counts as
     * over only when everything is done.
     */
    public void ifDue() {
        Instant now = clock.instant();
        String tomorrow = nextAfter(now).toString();
        Optional<String> next = database.read(books -> books.company().get(NEXT));
        if (next.isEmpty()) {
            database.inTransaction(books -> {
                books.company().set(NEXT, tomorrow);
                return null;
            });
        } else if (!Instant.parse(next.get()).isAfter(now)) {
            forget(now);
            platforms.values().forEach(platform -> reissue(platform, now));
            database.inTransaction(books -> books.company().advance(NEXT, next.get(), tomorrow));
        }
    }

    private Instant nextAfter(Instant now) {
        return company.get()
                .calendar()
                .dateOf(now)
                .plusDays(1)
                .atTime(3, 17)
                .atZone(company.get().calendar().zone())
                .toInstant();
    }

    private void forget(Instant now) {
        database.inTransaction(books -> books.inbox().forgetBefore(now.minus(INBOX_KEPT)));
        database.inTransaction(books -> books.outbox().forgetBefore(now.minus(OUTBOX_KEPT)));
    }

    /** Each card in a transaction of its own; one that cannot be sent anew is forgotten, so that it does not stop the rest. */
    private void reissue(ChatPlatform platform, Instant now) {
        Instant sentBefore =
                now.minus(platform.cardLifetime()).plus(company.get().talk().cardLifetimeSlack());
        List<Place> dying;
        do {
            dying = database.read(books -> books.places().olderThan(platform.name(), sentBefore, CARDS_AT_ONCE));
            dying.forEach(place -> reissue(place, now));
        } while (dying.size() == CARDS_AT_ONCE);
    }

    private void reissue(Place place, Instant now) {
        try {
            database.inTransaction(books -> {
                Redrawing.reissue(books, company.get(), place, now);
                return null;
            });
        } catch (RuntimeException e) {
            if (!database.answers()) throw e;
            log.error("the card of {} cannot be sent anew", place.item(), e);
            database.inTransaction(books -> books.places().remove(place.id()));
        }
    }
}
