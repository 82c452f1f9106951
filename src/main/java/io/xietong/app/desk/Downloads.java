package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiFiles.Link;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Availability;
import io.xietong.core.people.Person;
import io.xietong.core.people.Routing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether somebody may still have what a link was made for: asked when it is used, since much may have changed. Thread-safe. */
public final class Downloads {

    private final Database database;
    private final Supplier<? extends Company> company;
    private final Clock clock;

    public Downloads(Database database, Supplier<? extends Company> company, Clock clock) {
        this.database = database;
        this.company = company;
        this.clock = clock;
    }

    /** Not who has left, and of an item only who may see it now. */
    public boolean allows(Link link) {
        return database.read(books -> isHere(books, link.person())
                && link.item().map(item -> sees(books, link.person(), item)).orElse(true));
    }

    private boolean isHere(Books books, String person) {
        Optional<Person> known = company.get().organisation().person(person);
        return known.isPresent()
                && known.get().accounts().entrySet().stream()
                        .anyMatch(account -> !books.leavers().isGone(account.getKey(), account.getValue()));
    }

    private boolean sees(Books books, String person, ItemNumber item) {
        Company present = company.get();
        LocalDate today = present.calendar().dateOf(clock.instant());
        Routing routing = new Routing(
                present.organisation(), Availability.on(today, books.people().delegations(today)));
        return present.features()
                .find(books, item)
                .filter(found -> found.maySee(person, present.organisation(), routing))
                .isPresent();
    }
}
