package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.core.item.Actor;
import io.xietong.core.item.Decision;
import io.xietong.core.item.Item;
import io.xietong.core.item.Occasion;
import io.xietong.core.people.Availability;
import io.xietong.core.people.Routing;
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
        int moved = 0;
        for (Kind<?, ?> kind : company.features().all()) {
            List<Long> open = kind.in(books).open();
            for (int from = 0; from < open.size(); from += AT_ONCE) {
                moved += some(kind, open.subList(from, Math.min(open.size(), from + AT_ONCE)));
            }
        }
        return moved;
    }

    private <S extends Item> int some(Kind<S, ?> kind, List<Long> serials) {
        Occasion occasion = byClock(books, company, now);
        List<Decided<S>> decisions = new ArrayList<>();
        for (Found<S> found : kind.find(books, kind.in(books).lock(serials))) {
            if (found.recompute(occasion) instanceof Decision.Done<S> done) {
                decisions.add(new Decided<>(Optional.of(found.stored()), done, occasion, TrailEntry.Source.CLOCK));
            }
        }
        if (!decisions.isEmpty()) new Ledger(books, company).keep(kind, decisions, now);
        return decisions.size();
    }

    /** The occasion of something nobody said. */
    static Occasion byClock(Books books, Company company, Instant now) {
        Availability availability = Availability.on(
                company.calendar().dateOf(now),
                books.people().delegations(company.calendar().dateOf(now)));
        Routing routing = new Routing(company.organisation(), availability);
        return new Occasion(Actor.CLOCK, now, company.organisation(), routing, company.calendar());
    }
}
