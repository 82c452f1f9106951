package io.xietong.app.desk;

import io.xietong.app.crash.CrashPoint;
import io.xietong.app.store.Books;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiPlaces.Place;
import io.xietong.app.store.OutboxRow;
import io.xietong.core.chat.Capability;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.ChatPlatform.Content;
import io.xietong.core.chat.ChatPlatform.Delivery;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.item.Essentials;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.text.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one row of the outbox: finds the reader, draws, sends, and writes down how it went, unless the lease was lost
 * meanwhile. Thread-safe.
 */
final class Errand {

    private static final Logger log = LoggerFactory.getLogger(Errand.class);

    /** How long a message waits here that only another node can deliver at the moment. */
    private static final Duration OUT_OF_REACH = Duration.ofSeconds(1);

    private final Database database;
    private final Supplier<Company> company;
    private final Platforms platforms;
    private final Clock clock;
    private final CourierPolicy policy;
    private final Consumer<Duration> comesBack;
    private final Redrawing redrawing;
    private final GroupKeeping grouping;
    private final CalendarKeeping calendars;
    private final SecretLinks links;
    private final AtomicLong posted = new AtomicLong();

    /** @param comesBack told how long it is until a message that was put off may be due again */
    Errand(
            Database database,
            Supplier<Company> company,
            Platforms platforms,
            Clock clock,
            CourierPolicy policy,
            Consumer<Duration> comesBack) {
        this.database = database;
        this.company = company;
        this.platforms = platforms;
        this.clock = clock;
        this.policy = policy;
        this.comesBack = comesBack;
        this.redrawing = new Redrawing(database, company, platforms, clock);
        this.grouping = new GroupKeeping(database, company, platforms, clock);
        this.calendars = new CalendarKeeping(database, company, platforms, clock);
        this.links = new SecretLinks(database, company, platforms, clock);
    }

    /** How often carrying a message brought others about. */
    long posted() {
        return posted.get() + redrawing.posted() + grouping.posted();
    }

    /** Does it once. Faults of the database alone are thrown; the row then waits for its lease to end. */
    void run(OutboxRow row) {
        try {
            if (row.keepsGroup()) settle(row, grouping.of(row));
            else if (row.keepsCalendars()) settle(row, calendars.of(row));
            else if (row.to().isEmpty()) refresh(row);
            else carry(row, links.into(row.outgoing().orElseThrow()));
        } catch (RuntimeException e) {
            log.warn("message {} failed: {}", row.id(), e.toString(), e);
            failed(row, List.of(row.id()), NotSent.tryAgain(e.getClass().getSimpleName()));
        }
    }

    private void settle(OutboxRow row, Outcome outcome) {
        if (outcome.fault().isPresent())
            failed(row, List.of(row.id()), outcome.fault().get());
        else if (outcome.hold().isPresent()) later(row, outcome.hold().get());
        else write(books -> outcome.end().of(books));
    }

    private void refresh(OutboxRow row) {
        Redrawing.Result result = redrawing.of(row);
        if (result.fault().isPresent())
            failed(row, List.of(row.id()), result.fault().get());
        else if (result.hold().isPresent()) later(row, result.hold().get());
        else write(books -> books.claims().sent(row, result.served(), clock.instant()));
    }

    /** All that is needed to send a message, read at one time. */
    private record Preparation(
            Optional<Chat> chat,
            Optional<Found<?>> item,
            List<OutboxRow> together,
            Optional<Content> content,
            boolean pointless) {}

    private void carry(OutboxRow row, Outgoing outgoing) {
        boolean low = outgoing.urgency() == Urgency.LOW && outgoing.to() instanceof Outgoing.ToPerson;
        List<OutboxRow> together =
                low ? database.inTransaction(books -> books.claims().digest(row, clock.instant())) : List.of(row);
        if (together.isEmpty()) return;
        List<Long> ids = together.stream().map(OutboxRow::id).toList();
        Preparation ready = database.read(books -> prepare(books, outgoing, together));
        if (ready.chat().isEmpty()) {
            failed(row, ids, NotSent.never("no account on a platform that is switched on"));
        } else if (ready.pointless()) {
            write(books -> books.claims().dropped(row, "settled before it could be sent"));
        } else {
            send(row, outgoing, ids, ready, ready.chat().get());
        }
    }

    private Preparation prepare(Books books, Outgoing outgoing, List<OutboxRow> together) {
        Optional<Chat> chat = platforms
                .chat(outgoing.to(), company.get().organisation(), books)
                .filter(found -> platforms.of(found).isPresent());
        Optional<Found<?>> item = outgoing.about()
                .filter(number -> outgoing.body() instanceof Outgoing.ItemCard)
                .flatMap(number -> company.get().features().find(books, number));
        boolean pointless = together.size() < 2 && pointless(outgoing, item);
        if (chat.isEmpty() || pointless) return new Preparation(chat, item, together, Optional.empty(), pointless);
        Drawing drawing = Drawing.of(books, company.get(), Drawing.reader(chat.get(), company.get()), clock.instant());
        Content content = together.size() > 1 ? drawing.digest(together) : drawing.content(outgoing.body(), item);
        return new Preparation(chat, item, together, Optional.of(content), false);
    }

    /** A reminder of a clock that no longer runs. */
    private static boolean pointless(Outgoing outgoing, Optional<Found<?>> item) {
        return outgoing.body() instanceof Outgoing.ItemCard card
                && card.onlyWhile().isPresent()
                && item.flatMap(found -> found.item().running(card.onlyWhile().get()))
                        .isEmpty();
    }

    private void send(OutboxRow row, Outgoing outgoing, List<Long> ids, Preparation ready, Chat chat) {
        ChatPlatform platform = platforms.of(chat).orElseThrow();
        Optional<Duration> wait = platform.reachable()
                ? platforms
                        .pace(chat)
                        .take(row.id(), chat.id(), !outgoing.urgency().waits(), clock.instant())
                : Optional.of(OUT_OF_REACH);
        if (wait.isPresent()) {
            later(row, wait.get());
            return;
        }
        boolean loud = policy.urgentReminders()
                && outgoing.urgency() == Urgency.OVERDUE
                && platform.can().contains(Capability.URGENT_REMINDER);
        Delivery delivery = new Delivery("m" + row.id(), chat, ready.content().orElseThrow(), loud);
        CrashPoint.hit("before-send");
        Gate.Passage passage = platforms.gate(chat).through(() -> platform.send(delivery));
        CrashPoint.hit("after-send");
        if (passage.receipt().isEmpty()) {
            later(row, passage.hold());
            return;
        }
        Receipt receipt = passage.receipt().get();
        if (receipt instanceof Sent sent) {
            sent(row, outgoing, ids, chat, ready, sent.messageId());
        } else {
            NotSent fault = (NotSent) receipt;
            fault.retryAfter().ifPresent(asked -> platforms.pace(chat).rest(chat.id(), asked, clock.instant()));
            failed(row, ids, fault, passage.hold().multipliedBy(2));
        }
    }

    private void sent(
            OutboxRow row, Outgoing outgoing, List<Long> ids, Chat chat, Preparation ready, String messageId) {
        Instant now = clock.instant();
        write(books -> {
            if (!books.claims().sent(row, ids, now)) return false;
            boolean card = outgoing.body() instanceof Outgoing.ItemCard && ids.size() < 2;
            if (card && ready.item().isPresent())
                place(books, outgoing, chat, ready.item().get(), messageId, now);
            return true;
        });
    }

    /**
     * Remembers where the card is. The item is held while this is written: a change that came before is seen here, one that
     * comes after finds the place.
     */
    private void place(Books books, Outgoing outgoing, Chat chat, Found<?> shown, String messageId, Instant now) {
        Optional<Message> headline = ((Outgoing.ItemCard) outgoing.body()).headline();
        long version = shown.item().version();
        boolean behind = shown.kind()
                .in(books)
                .lockedVersion(shown.number())
                .filter(present -> present > version)
                .isPresent();
        books.places()
                .add(new Place(
                        0,
                        shown.number(),
                        Drawing.reader(chat, company.get()),
                        chat,
                        messageId,
                        headline,
                        version,
                        now,
                        Optional.of(Essentials.of(shown.item()))));
        if (!behind) return;
        books.outbox().refresh(shown.number(), Drawing.reader(chat, company.get()), now);
        posted.incrementAndGet();
    }

    private void later(OutboxRow row, Duration wait) {
        write(books -> books.claims().later(row, clock.instant().plus(wait)));
        comesBack.accept(wait);
    }

    private void failed(OutboxRow row, List<Long> ids, NotSent fault) {
        failed(row, ids, fault, Duration.ZERO);
    }

    /** @param least so that another message tries next whether the platform is back, and none uses up its attempts on that */
    private void failed(OutboxRow row, List<Long> ids, NotSent fault, Duration least) {
        boolean over = fault.kind() == NotSent.Kind.NEVER || row.attempts() + 1 >= policy.attempts();
        Instant now = clock.instant();
        write(books -> {
            if (!over) {
                Duration usual = fault.retryAfter().orElseGet(() -> Gate.backoff(policy, row.attempts()));
                Duration wait = usual.compareTo(least) < 0 ? least : usual;
                return books.claims().again(row, ids, now.plus(wait), fault.reason());
            }
            if (!books.claims().dead(row, ids, fault.reason())) return false;
            if (!row.keepsCalendars() || calendars.isNews(books, row, fault.reason()))
                alarm(books, row, fault.reason(), now);
            return true;
        });
        if (over) log.warn("message {} is a dead letter: {}", row.id(), fault.reason());
    }

    private void write(Function<Books, Boolean> work) {
        if (!database.inTransaction(work))
            log.info("a lease ended before its message was done; it is left to the next holder");
    }

    /** IT hears of a dead letter; of one that was itself an alarm only the log does. */
    private void alarm(Books books, OutboxRow row, String reason, Instant now) {
        if (row.body().contains("\"talk.dead\"")) return;
        String to = row.to()
                .map(address -> address instanceof Outgoing.ToPerson person
                        ? company.get().organisation().nameOf(person.person())
                        : ((Outgoing.ToChat) address).chat().name())
                .orElse("");
        String item = row.item().map(ItemNumber::toString).orElse("-");
        Message message = row.keepsCalendars()
                ? Message.of("talk.not-in-calendar", item, reason)
                : Message.of("talk.dead", item, to, reason);
        List<Outgoing> alarms = company.get().organisation().admins().stream()
                .map(admin -> Outgoing.note(new Outgoing.ToPerson(admin), message, Urgency.NORMAL, Optional.empty()))
                .toList();
        Turn.post(books, company.get(), alarms, now);
        posted.incrementAndGet();
    }
}
