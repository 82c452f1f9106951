package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiPeople;
import io.xietong.app.store.JdbiPlaces.Place;
import io.xietong.app.store.OutboxRow;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.chat.ChatPlatform.Content;
import io.xietong.core.chat.ChatPlatform.Delivery;
import io.xietong.core.chat.ChatPlatform.NotSent;
import io.xietong.core.chat.ChatPlatform.Receipt;
import io.xietong.core.chat.ChatPlatform.Sent;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Person;
import io.xietong.core.request.Request;
import io.xietong.core.text.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one row of the outbox: finds the reader, draws, sends, and writes down how it went. Thread-safe. */
final class Errand {

    private static final Logger log = LoggerFactory.getLogger(Errand.class);

    private final Database database;
    private final Supplier<Company> company;
    private final Map<String, ChatPlatform> platforms;
    private final Clock clock;
    private final CourierPolicy policy;
    private final Pace pace;

    Errand(
            Database database,
            Supplier<Company> company,
            Map<String, ChatPlatform> platforms,
            Clock clock,
            CourierPolicy policy) {
        this.database = database;
        this.company = company;
        this.platforms = platforms;
        this.clock = clock;
        this.policy = policy;
        this.pace = new Pace(policy.perTargetMinute());
    }

    void run(OutboxRow row) {
        try {
            if (row.outgoing().isEmpty()) refresh(row);
            else carry(row, row.outgoing().get());
        } catch (RuntimeException e) {
            log.warn("message {} failed: {}", row.id(), e.toString(), e);
            failed(row, NotSent.tryAgain(e.getClass().getSimpleName()));
        }
    }

    private void carry(OutboxRow row, Outgoing outgoing) {
        Optional<Chat> chat = target(outgoing);
        if (chat.isEmpty() || !platforms.containsKey(chat.get().platform())) {
            failed(row, NotSent.never("no account on a platform that is switched on"));
            return;
        }
        Optional<Duration> wait =
                pace.take(chat.get().platform() + "/" + chat.get().id(), clock.instant());
        if (wait.isPresent()) {
            database.inTransaction(books -> {
                books.outbox().later(row.id(), clock.instant().plus(wait.get()));
                return null;
            });
            return;
        }
        Optional<Request> item = row.item().flatMap(this::request);
        if (pointless(outgoing, item)) {
            database.inTransaction(books -> {
                books.outbox().dropped(row.id(), "settled before it could be sent");
                return null;
            });
            return;
        }
        List<OutboxRow> digest = outgoing.urgency() == Urgency.LOW ? digest(outgoing) : List.of(row);
        if (digest.isEmpty() || digest.get(0).id() != row.id()) return; // the first of them carries all
        Drawing drawing = drawing(chat.get());
        Content content = digest.size() > 1 ? drawing.digest(digest) : drawing.content(outgoing.body(), item);
        Receipt receipt = platforms.get(chat.get().platform()).send(new Delivery("m" + row.id(), chat.get(), content));
        if (receipt instanceof Sent sent) sent(row, outgoing, chat.get(), item, sent.messageId(), digest);
        else failed(row, (NotSent) receipt);
    }

    private List<OutboxRow> digest(Outgoing outgoing) {
        String person = ((Outgoing.ToPerson) outgoing.to()).person();
        return database.read(books -> books.outbox().digestOf(person, clock.instant()));
    }

    /** A reminder of a clock that no longer runs. */
    private static boolean pointless(Outgoing outgoing, Optional<Request> item) {
        return outgoing.body() instanceof Outgoing.ItemCard card
                && card.onlyWhile().isPresent()
                && item.flatMap(Request::running)
                        .filter(d -> d.purpose() == card.onlyWhile().get())
                        .isEmpty();
    }

    private void sent(
            OutboxRow row,
            Outgoing outgoing,
            Chat chat,
            Optional<Request> item,
            String messageId,
            List<OutboxRow> digest) {
        Instant now = clock.instant();
        database.inTransaction(books -> {
            books.outbox()
                    .sent(digest.size() > 1 ? digest.stream().map(OutboxRow::id).toList() : List.of(row.id()), now);
            if (outgoing.body() instanceof Outgoing.ItemCard card && item.isPresent() && digest.size() < 2) {
                Optional<String> reader =
                        chat.isGroup() ? Optional.empty() : reader(chat).map(Person::id);
                ItemNumber number = item.get().number();
                books.places()
                        .add(new Place(
                                0,
                                number,
                                reader,
                                chat,
                                messageId,
                                card.headline(),
                                item.get().version(),
                                now));
                boolean behind = books.requests()
                        .find(number)
                        .filter(stored ->
                                stored.request().version() > item.get().version())
                        .isPresent();
                if (behind) books.outbox().refresh(List.of(number), now);
            }
            return null;
        });
    }

    private void failed(OutboxRow row, NotSent fault) {
        boolean over = fault.kind() == NotSent.Kind.NEVER || row.attempts() + 1 >= policy.attempts();
        Instant now = clock.instant();
        database.inTransaction(books -> {
            if (over) {
                books.outbox().dead(row.id(), fault.reason());
                alarm(books, row, fault.reason(), now);
            } else {
                books.outbox()
                        .again(row.id(), now.plus(fault.retryAfter().orElse(backoff(row.attempts()))), fault.reason());
            }
            return null;
        });
        if (over) log.warn("message {} is a dead letter: {}", row.id(), fault.reason());
    }

    private Duration backoff(int attempts) {
        long doubled = policy.firstRetry().toMillis() << Math.min(attempts, 20);
        long wait = Math.min(policy.longestRetry().toMillis(), doubled);
        return Duration.ofMillis(wait / 2 + ThreadLocalRandom.current().nextLong(wait / 2 + 1));
    }

    /** IT hears of a dead letter; of one that was itself an alarm only the log does. */
    private void alarm(Books books, OutboxRow row, String reason, Instant now) {
        boolean alarm = row.outgoing()
                .map(Outgoing::body)
                .filter(body ->
                        body instanceof Outgoing.Note note && note.text().key().equals("talk.dead"))
                .isPresent();
        if (alarm) return;
        String to = row.outgoing()
                .map(out -> out.to() instanceof Outgoing.ToPerson person
                        ? company.get().organisation().nameOf(person.person())
                        : ((Outgoing.ToChat) out.to()).chat().name())
                .orElse("");
        Message message =
                Message.of("talk.dead", row.item().map(ItemNumber::toString).orElse("-"), to, reason);
        List<Outgoing> alarms = company.get().organisation().admins().stream()
                .map(admin -> Outgoing.note(new Outgoing.ToPerson(admin), message, Urgency.NORMAL, Optional.empty()))
                .toList();
        Turn.post(books, company.get(), alarms, now);
    }

    /** Draws all cards of an item anew where they are. */
    private void refresh(OutboxRow row) {
        Optional<Request> item = row.item().flatMap(this::request);
        List<Place> behind = item.map(
                        request -> database.read(books -> books.places().behind(request.number(), request.version())))
                .orElse(List.of());
        for (Place place : behind) {
            Optional<NotSent> fault = redraw(place, item.orElseThrow());
            if (fault.isPresent()) {
                failed(row, fault.get());
                return;
            }
        }
        database.inTransaction(books -> {
            books.outbox().sent(List.of(row.id()), clock.instant());
            return null;
        });
    }

    private Optional<NotSent> redraw(Place place, Request request) {
        ChatPlatform platform = platforms.get(place.chat().platform());
        if (platform == null) return Optional.empty();
        Content content = drawing(place.chat())
                .content(new Outgoing.ItemCard(place.headline(), Optional.empty()), Optional.of(request));
        String key = "u" + place.id() + "v" + request.version();
        Receipt receipt = platform.update(place.messageId(), new Delivery(key, place.chat(), content));
        if (receipt instanceof NotSent fault && fault.kind() == NotSent.Kind.TRY_AGAIN) return Optional.of(fault);
        database.inTransaction(books -> {
            if (receipt instanceof Sent) books.places().drawn(place.id(), request.version());
            else books.places().remove(place.id());
            return null;
        });
        return Optional.empty();
    }

    private Optional<Request> request(ItemNumber number) {
        return database.read(books -> books.requests().find(number)).map(stored -> stored.request());
    }

    private Optional<Chat> target(Outgoing outgoing) {
        if (outgoing.to() instanceof Outgoing.ToChat to) return Optional.of(to.chat());
        String id = ((Outgoing.ToPerson) outgoing.to()).person();
        Optional<String> preferred =
                database.read(books -> books.people().setting(id)).platform();
        return company.get()
                .organisation()
                .person(id)
                .flatMap(person -> preferred
                        .filter(platform -> platforms.containsKey(platform)
                                && person.accounts().containsKey(platform))
                        .or(() -> platforms.keySet().stream()
                                .filter(person.accounts()::containsKey)
                                .findFirst())
                        .map(platform -> new Chat(platform, person.accounts().get(platform), Chat.Kind.SINGLE, "")));
    }

    private Optional<Person> reader(Chat chat) {
        return chat.isGroup() ? Optional.empty() : company.get().organisation().byAccount(chat.platform(), chat.id());
    }

    private Drawing drawing(Chat chat) {
        Optional<String> reader = reader(chat).map(Person::id);
        return database.read(books -> {
            JdbiPeople.Setting setting = reader.map(books.people()::setting).orElse(JdbiPeople.Setting.NONE);
            return Drawing.of(books, company.get(), reader, setting, clock.instant());
        });
    }
}
