package io.xietong.app.desk;

import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiPlaces.Place;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of the small hours, once a day: cards that are about to die are sent anew, what is long done is forgotten, and the
 * calendar is read again; that also happens once after a start. Thread-safe.
 */
public final class Night {

    private static final Logger log = LoggerFactory.getLogger(Night.class);
    private static final String NEXT = "night.next";
    private static final Duration INBOX_KEPT = Duration.ofDays(7);
    private static final Duration OUTBOX_KEPT = Duration.ofDays(30);
    private static final Duration FORMS_KEPT = Duration.ofDays(30);
    private static final Duration CHANGES_KEPT = Duration.ofDays(7);
    private static final int CARDS_AT_ONCE = 500;

    private final Database database;
    private final Supplier<Company> company;
    private final Map<String, ChatPlatform> platforms;
    private final Clock clock;
    private final Supplier<List<Message>> reload;
    private final AtomicBoolean calendarSeen = new AtomicBoolean();

    /** @param reload reads the calendar files again; the problems when they are faulty and the old calendar stays */
    public Night(
            Database database,
            Supplier<Company> company,
            Map<String, ChatPlatform> platforms,
            Clock clock,
            Supplier<List<Message>> reload) {
        this.database = database;
        this.company = company;
        this.platforms = platforms;
        this.clock = clock;
        this.reload = reload;
    }

    /** When the next night's work begins; empty before the first call of {@link #ifDue()}. */
    public Optional<Instant> next() {
        return database.read(books -> books.company().get(NEXT)).map(Instant::parse);
    }

    /**
     * Does the work if its hour has come and no other node has done it. All of it is harmless twice, so the night counts as
     * over only when everything is done.
     */
    public void ifDue() {
        Instant now = clock.instant();
        String tomorrow = nextAfter(now).toString();
        Optional<String> next = database.read(books -> books.company().get(NEXT));
        boolean worked = next.isPresent() && !Instant.parse(next.get()).isAfter(now);
        if (next.isEmpty()) {
            database.inTransaction(books -> {
                books.company().begin(NEXT, tomorrow);
                return null;
            });
        } else if (worked) {
            forget(now);
            platforms.values().forEach(platform -> reissue(platform, now));
            database.inTransaction(books -> books.company().advance(NEXT, next.get(), tomorrow));
        }
        if (!calendarSeen.getAndSet(true) || worked) lookAtCalendar(now);
    }

    /** A year that was confirmed in the files moves due times, whether or not anybody asked for an import. */
    private void lookAtCalendar(Instant now) {
        Words words = company.get().words();
        reload.get().forEach(problem -> log.warn("{}", words.say(problem)));
        int moved = database.inTransaction(books ->
                new Recalculation(books, company.get(), now.truncatedTo(ChronoUnit.MILLIS)).ifCalendarChanged());
        if (moved > 0) log.info("the calendar changed, {} due times with it", moved);
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
        database.inTransaction(books -> books.forms().forgetBefore(now.minus(FORMS_KEPT)));
        database.inTransaction(books -> books.visits().forgetBefore(now));
        database.inTransaction(books -> books.consolePasses().forgetBefore(now));
        database.inTransaction(books -> books.uploads().forgetBefore(now));
        database.inTransaction(books -> books.files().forgetBefore(now));
        database.inTransaction(books -> books.changes().forgetBefore(now.minus(CHANGES_KEPT)));
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
                new Reissue(books, company.get(), now).beforeDeath(place);
                return null;
            });
        } catch (RuntimeException e) {
            if (!database.answers()) throw e;
            log.error("the card of {} cannot be sent anew", place.item(), e);
            database.inTransaction(books -> books.places().remove(place.id()));
        }
    }
}
