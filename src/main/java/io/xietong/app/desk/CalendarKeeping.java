package io.xietong.app.desk;

import io.xietong.app.desk.CalendarPlan.Entry;
import io.xietong.app.store.Books;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiCalendarEvents.Kept;
import io.xietong.app.store.OutboxRow;
import io.xietong.core.chat.ChatCalendar;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.item.ItemNumber;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps the calendars of the platforms in step with an item: one event on each platform where those concerned read their
 * messages (decision 0043). Before the call that makes an event its key is written down, so that every attempt has the same and
 * knows that there may have been another. Thread-safe.
 */
final class CalendarKeeping {

    /** After the platform's name it begins the reason of a failure that lasts until an administrator acts. */
    static final String NOT_ALLOWED = ", calendar not allowed: ";

    private static final int LOOKED_AT = 200;

    private final Database database;
    private final Supplier<Company> company;
    private final Platforms platforms;
    private final Clock clock;

    CalendarKeeping(Database database, Supplier<Company> company, Platforms platforms, Clock clock) {
        this.database = database;
        this.company = company;
        this.platforms = platforms;
        this.clock = clock;
    }

    /** The platforms one after the other; one that fails does not keep the others old. */
    Outcome of(OutboxRow row) {
        ItemNumber number = row.item().orElseThrow();
        Optional<CalendarPlan> plan = database.read(books -> CalendarPlan.of(number, books, company.get(), platforms));
        List<Entry> due = plan.map(CalendarPlan::entries).orElse(List.of()).stream()
                .filter(entry -> !entry.stands())
                .filter(entry -> platforms.calendar(entry.platform()).isPresent())
                .toList();
        if (due.isEmpty()) return Outcome.ended(books -> unneeded(books, row));
        List<NotSent> faults = new ArrayList<>();
        Optional<Duration> hold = Optional.empty();
        for (Entry entry : due) {
            ChatCalendar calendar = platforms.calendar(entry.platform()).orElseThrow();
            Gate.Passage passage = platforms
                    .calendarGate(entry.platform())
                    .through(() -> lasting(entry.platform(), keep(entry, calendar)));
            if (passage.receipt().isEmpty()) hold = Optional.of(passage.hold());
            else if (passage.receipt().get() instanceof NotSent fault) faults.add(fault);
        }
        return outcome(row, faults, hold);
    }

    private static boolean unneeded(Books books, OutboxRow row) {
        books.claims().supersedeDead(row);
        return books.claims().dropped(row, "nothing is to change in calendars");
    }

    /** What may yet succeed comes first: it is tried again before anything is given up. */
    private Outcome outcome(OutboxRow row, List<NotSent> faults, Optional<Duration> hold) {
        Optional<NotSent> passing = faults.stream()
                .filter(fault -> fault.kind() != NotSent.Kind.NEVER)
                .findFirst();
        if (passing.isPresent()) return Outcome.failed(passing.get());
        if (hold.isPresent()) return Outcome.later(hold.get());
        if (!faults.isEmpty()) return Outcome.failed(faults.get(0));
        return Outcome.ended(books -> {
            books.claims().supersedeDead(row);
            return books.claims().sent(row, List.of(row.id()), clock.instant());
        });
    }

    /** Without a permission nothing succeeds before somebody grants it: it is given up, and the meeting goes on without. */
    private static Receipt lasting(String platform, Receipt receipt) {
        if (!(receipt instanceof NotSent fault)) return receipt;
        return fault.kind() == NotSent.Kind.NEEDS_ADMIN
                ? NotSent.never(platform + NOT_ALLOWED + fault.reason())
                : new NotSent(fault.kind(), platform + ", calendar: " + fault.reason(), fault.retryAfter());
    }

    /** Of a row that was just given up: whether its reason is to be told, since a missing permission is told once. */
    boolean isNews(Books books, OutboxRow row, String reason) {
        String platform = reason.split(NOT_ALLOWED)[0] + NOT_ALLOWED;
        boolean known = reason.contains(NOT_ALLOWED)
                && books.outbox().inState("DEAD", LOOKED_AT).stream()
                        .anyMatch(line -> line.keepsCalendars()
                                && line.id() != row.id()
                                && line.error().startsWith(platform));
        books.claims().supersedeDead(row);
        return !known;
    }

    /** Calls the platform for what differs; every call may be repeated. */
    private Receipt keep(Entry entry, ChatCalendar calendar) {
        Optional<String> there = entry.kept().flatMap(Kept::event);
        if (!entry.wanted()) return taken(entry, calendar, there);
        if (there.isEmpty()) return made(entry, calendar);
        Receipt receipt = calendar.change(there.get(), entry.event());
        if (receipt instanceof NotSent fault && fault.kind() == NotSent.Kind.CARD_EXPIRED) {
            forget(entry);
            return made(
                    new Entry(entry.item(), entry.version(), entry.platform(), entry.event(), true, Optional.empty()),
                    calendar);
        }
        return written(entry, entry.kept().get(), receipt);
    }

    private Receipt made(Entry entry, ChatCalendar calendar) {
        Kept begun = entry.kept().orElseGet(() -> save(entry.begun()));
        Receipt receipt = calendar.create(begun.madeWith(), entry.kept().isPresent(), entry.event());
        return written(entry, begun, receipt);
    }

    /** An event of which it is not known whether it was made is made, to learn its id; then it goes. */
    private Receipt taken(Entry entry, ChatCalendar calendar, Optional<String> there) {
        Receipt id = there.isPresent() ? new Sent(there.get()) : made(entry, calendar);
        if (!(id instanceof Sent made)) return id;
        Receipt receipt = calendar.cancel(made.messageId());
        if (receipt instanceof Sent) forget(entry);
        return receipt;
    }

    private Receipt written(Entry entry, Kept kept, Receipt receipt) {
        if (receipt instanceof Sent sent) save(kept.saying(sent.messageId(), entry.shown()));
        return receipt;
    }

    private Kept save(Kept kept) {
        database.inTransaction(books -> {
            books.calendarEvents().save(kept);
            return null;
        });
        return kept;
    }

    private void forget(Entry entry) {
        database.inTransaction(books -> {
            books.calendarEvents().remove(entry.item(), entry.platform());
            return null;
        });
    }
}
