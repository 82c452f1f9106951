package io.xietong.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.xietong.app.desk.Company;
import io.xietong.app.platform.CalendarLinks;
import io.xietong.app.store.Books;
import io.xietong.app.store.Database;
import io.xietong.app.store.Stored;
import io.xietong.core.meeting.CalendarEntry;
import io.xietong.core.people.Person;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code /calendar/<token>.ics}: somebody's meetings for any calendar program, read with a secret link and nothing else. A link
 * that opens nothing is answered like an address that does not exist. Thread-safe.
 */
public final class CalendarDoor implements Door {

    /** Meetings that are over stay in the calendar so long. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final int MOST = 500;

    private final Database database;
    private final Supplier<Company> company;
    private final CalendarLinks links;
    private final Clock clock;

    public CalendarDoor(Database database, Supplier<Company> company, CalendarLinks links, Clock clock) {
        this.database = database;
        this.company = company;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public void open(RoutesConfig routes) {
        routes.get("/calendar/{name}", this::answer);
    }

    private void answer(Context ctx) {
        Optional<Person> person = links.person(ctx.pathParam("name"))
                .flatMap(id -> company.get().organisation().person(id));
        if (person.isEmpty()) {
            ctx.status(404).contentType("text/plain; charset=utf-8").result("");
            return;
        }
        ctx.header("Referrer-Policy", "no-referrer")
                .contentType("text/calendar; charset=utf-8")
                .result(calendar(person.get()).getBytes(StandardCharsets.UTF_8));
    }

    private String calendar(Person person) {
        Instant now = clock.instant();
        return database.read(books -> {
            Words words = words(books, person);
            List<CalendarEntry> entries = entries(books, person, now, words);
            String name = words.say(
                    "meeting.feed.name",
                    person.name(),
                    company.get().organisation().name());
            return new CalendarText(name, company.get().organisation().zone(), now).of(entries);
        });
    }

    private List<CalendarEntry> entries(Books books, Person person, Instant now, Words words) {
        List<Long> serials = books.meetings().ahead(person.id(), now.minus(KEPT), MOST);
        return books.meetings().find(serials).stream()
                .map(Stored::item)
                .flatMap(meeting ->
                        CalendarEntry.of(meeting, person.id(), company.get().organisation(), words).stream())
                .toList();
    }

    private Words words(Books books, Person person) {
        Language language = books.people()
                .setting(person.id())
                .language()
                .orElse(company.get().organisation().language());
        return Words.in(language, company.get().organisation().zone());
    }
}
