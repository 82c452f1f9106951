package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.app.store.StoredRequest;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.people.Availability;
import io.xietong.core.people.Routing;
import io.xietong.core.request.Occasion;
import io.xietong.core.request.Request;
import io.xietong.core.request.RequestFact;
import io.xietong.core.request.RequestRules;
import io.xietong.core.trail.TrailEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works out every running due time anew after the calendar changed, and tells both sides of those that moved. */
final class Recalculation {

    private static final int AT_ONCE = 500;
    private static final String KNOWN = "calendar.known";

    private final Books books;
    private final Company company;
    private final Instant now;

    Recalculation(Books books, Company company, Instant now) {
        this.books = books;
        this.company = company;
        this.now = now;
    }

    /** The same when the calendar is another than it was the last time; remembers this one. */
    int ifCalendarChanged() {
        String mark = CalendarMark.of(company, now);
        if (books.company().get(KNOWN).filter(mark::equals).isPresent()) return 0;
        return all();
    }

    /** @return how many due times moved */
    int all() {
        books.company().set(KNOWN, CalendarMark.of(company, now));
        List<Long> open = books.requests().withRunningClock();
        int moved = 0;
        for (int from = 0; from < open.size(); from += AT_ONCE) {
            moved += some(open.subList(from, Math.min(open.size(), from + AT_ONCE)));
        }
        return moved;
    }

    private int some(List<Long> serials) {
        Occasion occasion = byClock(books, company, now);
        List<Ledger.Change> changes = new ArrayList<>();
        for (StoredRequest stored : books.requests().find(books.requests().lock(serials))) {
            if (RequestRules.recompute(stored.request(), occasion)
                    instanceof Decision.Done<Request, RequestFact> done) {
                changes.add(new Ledger.Change(Optional.of(stored), done, occasion, TrailEntry.Source.CLOCK));
            }
        }
        if (!changes.isEmpty()) new Ledger(books, company).keep(changes, now);
        return changes.size();
    }

    /** The occasion of something nobody said. */
    static Occasion byClock(Books books, Company company, Instant now) {
        Availability availability = Availability.on(
                company.calendar().dateOf(now),
                books.people().delegations(company.calendar().dateOf(now)));
        Routing routing = new Routing(company.organisation(), availability);
        return new Occasion(Actor.CLOCK, now, company.organisation(), routing, company.calendar(), company.requests());
    }
}
