package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.app.store.Database;
import io.xietong.app.store.StoredRequest;
import io.xietong.core.item.Decision;
import io.xietong.core.request.Occasion;
import io.xietong.core.request.Request;
import io.xietong.core.request.RequestCommand;
import io.xietong.core.request.RequestFact;
import io.xietong.core.request.RequestRules;
import io.xietong.core.trail.TrailEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings the clocks that are due. A batch is one transaction: its rows are locked, others skip them, and a kill in the middle
 * leaves no rung half done. Thread-safe; several nodes may sweep at once.
 */
public final class Sweep {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int AT_ONCE = 250;

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
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            batch = database.inTransaction(books -> ring(books, now));
            rang += batch;
            if (batch > 0) posted.run();
        } while (batch == AT_ONCE);
        return rang;
    }

    private int ring(Books books, Instant now) {
        List<Long> due = books.requests().claimDue(now, AT_ONCE);
        if (due.isEmpty()) return 0;
        Occasion occasion = Recalculation.byClock(books, company.get(), now);
        List<Ledger.Change> changes = new ArrayList<>();
        for (StoredRequest stored : books.requests().find(due)) {
            Request request = stored.request();
            Decision<Request, RequestFact> decision =
                    RequestRules.decide(request, new RequestCommand.Ring(request.number()), occasion);
            if (decision instanceof Decision.Done<Request, RequestFact> done) {
                changes.add(new Ledger.Change(Optional.of(stored), done, occasion, TrailEntry.Source.CLOCK));
            } else {
                log.warn("the clock of {} is due but has nothing to ring", request.number());
            }
        }
        if (!changes.isEmpty()) new Ledger(books, company.get()).keep(changes, now);
        return changes.size();
    }
}
