package io.xietong.app.desk;

import io.xietong.app.crash.CrashPoint;
import io.xietong.app.store.Books;
import io.xietong.app.store.Database;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.trail.TrailEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings the clocks that are due. A batch is one transaction: its items, all of one kind, are locked, others skip them, and a kill in the
 * middle leaves no rung half done. Items are locked before anything else of them is read, in the order of their numbers, as
 * everybody else does who writes them. Thread-safe; several nodes may sweep at once.
 */
public final class Sweep {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int AT_ONCE = 250;
    private static final Duration PUT_OFF = Duration.ofHours(1);

    private final Database database;
    private final Supplier<Company> company;
    private final Clock clock;
    private final Runnable posted;

    /** @param posted called after each commit: there may be something to send */
    public Sweep(Database database, Supplier<Company> company, Clock clock, Runnable posted) {
        this.database = database;
        this.company = company;
        this.clock = clock;
        this.posted = posted;
    }

    /**
     * Rings all that is due by now.
     *
     * @return how many clocks rang
     */
    public int untilIdle() {
        int rang = 0;
        int batch;
        do {
            batch = batch();
            rang += batch;
            if (batch > 0) posted.run();
        } while (batch > 0);
        return rang;
    }

    private int batch() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<ItemNumber> due = database.read(books -> books.deadlines().due(now, AT_ONCE));
        int rang = 0;
        for (Kind<?, ?> kind : company.get().features().all()) {
            List<Long> serials = due.stream()
                    .filter(number -> number.kind() == kind.feature().kind())
                    .map(ItemNumber::serial)
                    .toList();
            if (!serials.isEmpty()) rang += batch(kind, serials, now);
        }
        return rang;
    }

    private int batch(Kind<?, ?> kind, List<Long> due, Instant now) {
        try {
            return database.inTransaction(books -> ring(books, kind, due, now));
        } catch (RuntimeException e) {
            if (!database.answers()) throw e;
            log.warn("a batch of clocks did not ring, each is tried alone: {}", e.toString());
            return due.stream().mapToInt(serial -> alone(kind, serial, now)).sum();
        }
    }

    /** One clock that cannot ring does not silence the others: it is put off, and IT finds it in the log. */
    private int alone(Kind<?, ?> kind, long serial, Instant now) {
        try {
            return database.inTransaction(books -> ring(books, kind, List.of(serial), now));
        } catch (RuntimeException e) {
            ItemNumber number = new ItemNumber(kind.feature().kind(), serial);
            log.error("the clock of {} cannot ring and is put off", number, e);
            database.inTransaction(books -> putOff(books, number, now));
            return 1;
        }
    }

    private static int putOff(Books books, ItemNumber number, Instant now) {
        books.deadlines().putOff(number, now, now.plus(PUT_OFF));
        return 1;
    }

    private <S extends Item> int ring(Books books, Kind<S, ?> kind, List<Long> due, Instant now) {
        List<Long> ours = kind.in(books).lockFree(due);
        if (ours.isEmpty()) return 0;
        Occasion occasion = Recalculation.byClock(books, company.get(), now);
        List<Decided<S>> decisions = new ArrayList<>();
        int done = 0;
        for (Found<S> found : kind.find(books, ours)) {
            if (found.item().nextRing().filter(at -> !at.isAfter(now)).isEmpty()) continue;
            done++;
            if (found.ring(occasion) instanceof Decision.Done<S> rung) {
                decisions.add(new Decided<>(Optional.of(found.stored()), rung, occasion, TrailEntry.Source.CLOCK));
            } else {
                log.warn("the clock of {} is due but has nothing to ring", found.number());
                putOff(books, found.number(), now);
            }
        }
        if (!decisions.isEmpty()) new Ledger(books, company.get()).keep(kind, decisions, now);
        CrashPoint.hit("in-sweep");
        return done;
    }
}
