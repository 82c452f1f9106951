package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.app.store.Database;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.item.Occasion;
import io.xietong.core.meeting.Meeting;
import io.xietong.core.meeting.MeetingFeature;
import io.xietong.core.meeting.MeetingRules;
import io.xietong.core.meeting.Recurrence;
import io.xietong.core.meeting.Series;
import io.xietong.core.project.Project;
import io.xietong.core.project.ProjectFeature;
import io.xietong.core.trail.TrailEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the meetings of series ahead of time. How far a series has come is one row, which moves in the transaction that makes the
 * meeting and only from where it was found, so that ringing twice, late or on two nodes makes each meeting once. Thread-safe.
 */
public final class Convener {

    private static final Logger log = LoggerFactory.getLogger(Convener.class);

    private final Database database;
    private final Supplier<Company> company;
    private final Clock clock;
    private final Runnable posted;

    /** @param posted called after each commit: there may be something to send */
    public Convener(Database database, Supplier<Company> company, Clock clock, Runnable posted) {
        this.database = database;
        this.company = company;
        this.clock = clock;
        this.posted = posted;
    }

    private MeetingRules rules() {
        return company.get().features().meetings().feature().rules();
    }

    /** Those of the policy, and those that projects have of their own. */
    private List<Series> series() {
        List<Series> all = new ArrayList<>(rules().series());
        Kind<Project, ProjectFeature> projects = company.get().features().projects();
        ProjectSeries own = ProjectSeries.of(company.get());
        database.read(books -> projects.find(books, books.projects().meeting()))
                .forEach(found -> all.addAll(own.of(found.item())));
        return all;
    }

    /** When the next meeting is made; empty when there are no series, or before the first call of {@link #ifDue()}. */
    public Optional<Instant> next() {
        return series().stream()
                .flatMap(series -> read(series).flatMap(last -> next(series, last)).stream())
                .min(Comparator.naturalOrder());
    }

    /** Makes what is due by now. */
    public void ifDue() {
        for (Series series : series()) {
            while (makes(series)) posted.run();
        }
    }

    /** Moves a series one step on; says whether there may be another one. */
    private boolean makes(Series series) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<LocalDate> last = read(series);
        if (last.isEmpty()) return database.inTransaction(books -> begin(books, series, now));
        Optional<Recurrence.Occurrence> planned = after(series, last.get());
        boolean due =
                next(series, last.get()).filter(made -> !made.isAfter(now)).isPresent();
        return due && database.inTransaction(books -> make(books, series, last.get(), planned.get(), now));
    }

    private Optional<Recurrence.Occurrence> after(Series series, LocalDate last) {
        return series.rule().after(last, company.get().calendar());
    }

    /** When the meeting after a day is made. */
    private Optional<Instant> next(Series series, LocalDate last) {
        return after(series, last)
                .map(planned -> rules().madeAt(series, planned, company.get().calendar()));
    }

    private Optional<LocalDate> read(Series series) {
        return database.read(books -> books.company().get(name(series))).map(LocalDate::parse);
    }

    private static String name(Series series) {
        return "series." + series.key();
    }

    /** A series that is new has no meetings before today, and one that a project has just set none that has already been. */
    private boolean begin(Books books, Series series, Instant now) {
        WorkCalendar calendar = company.get().calendar();
        LocalDate today = calendar.dateOf(now);
        boolean over = series.owner().isPresent()
                && !today.atTime(series.at())
                        .atZone(calendar.zone())
                        .toInstant()
                        .isAfter(now);
        books.company().begin(name(series), (over ? today : today.minusDays(1)).toString());
        return true;
    }

    /** A project may have ended its meetings since it was read. */
    private boolean isWanted(Books books, Series series) {
        if (series.owner().isEmpty()) return true;
        Kind<Project, ProjectFeature> projects = company.get().features().projects();
        return projects.find(books, series.owner().get())
                .filter(found -> ProjectSeries.of(company.get()).has(found.item(), series.id()))
                .isPresent();
    }

    private boolean make(Books books, Series series, LocalDate last, Recurrence.Occurrence planned, Instant now) {
        boolean ours = books.company()
                .advance(name(series), last.toString(), planned.named().toString());
        if (!ours || !isWanted(books, series)) return false;
        Kind<Meeting, MeetingFeature> kind = company.get().features().meetings();
        Occasion occasion = Recalculation.byClock(books, company.get(), now);
        ItemNumber first = new ItemNumber(ItemKind.MEETING, 1);
        Decision<Meeting> decision = rules().plan(first, series, planned, occasion);
        if (decision instanceof Decision.Refused<Meeting> refused) {
            log.warn(
                    "the meeting of {} on {} is left out: {}",
                    series.key(),
                    planned.day(),
                    company.get().words().say(refused.why()));
            return true;
        }
        ItemNumber number = books.meetings().nextNumber(now);
        Decision.Done<Meeting> done = (Decision.Done<Meeting>) rules().plan(number, series, planned, occasion);
        Decided<Meeting> made = new Decided<>(Optional.empty(), done, occasion, TrailEntry.Source.CLOCK);
        new Ledger(books, company.get()).keep(kind, List.of(made), now);
        return true;
    }
}
