package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.app.store.Json;
import io.xietong.app.store.RequestChange;
import io.xietong.app.store.StoredRequest;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Organisation;
import io.xietong.core.request.Occasion;
import io.xietong.core.request.Request;
import io.xietong.core.request.RequestFact;
import io.xietong.core.request.RequestNews;
import io.xietong.core.request.Told;
import io.xietong.core.text.Message;
import io.xietong.core.trail.TrailEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes down what was decided: state, clocks, trail and what people are told, all in the caller's transaction. */
final class Ledger {

    private static final Map<String, Class<?>> FACTS = Arrays.stream(RequestFact.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private final Books books;
    private final Company company;

    Ledger(Books books, Company company) {
        this.books = books;
        this.company = company;
    }

    /** One decision about one request. Without a before the request is new. */
    record Change(
            Optional<StoredRequest> before,
            Decision.Done<Request, RequestFact> done,
            Occasion occasion,
            TrailEntry.Source source) {}

    void keep(List<Change> changes, Instant now) {
        List<RequestChange> rows = new ArrayList<>();
        List<TrailEntry> trail = new ArrayList<>();
        List<Outgoing> news = new ArrayList<>();
        List<ItemNumber> shown = new ArrayList<>();
        for (Change change : changes) {
            Request after = change.done().after();
            StoredRequest start = change.before().orElseGet(() -> StoredRequest.fresh(after));
            List<TrailEntry> entries = entries(change, start, now);
            trail.addAll(entries);
            String hash = entries.get(entries.size() - 1).hash();
            rows.add(new RequestChange(
                    change.before(), new StoredRequest(after, start.entries() + entries.size(), hash)));
            news.addAll(RequestNews.of(after, change.done().facts(), change.occasion()));
            if (change.before().isPresent()) shown.add(after.number());
        }
        books.requests().save(rows);
        books.trail().add(trail);
        Turn.post(books, company, news, now);
        books.outbox().refresh(shown, now);
    }

    private static List<TrailEntry> entries(Change change, StoredRequest start, Instant now) {
        List<TrailEntry> entries = new ArrayList<>();
        Optional<String> before =
                change.before().map(stored -> stored.request().state().name());
        String hash = start.hash();
        for (RequestFact fact : change.done().facts()) {
            TrailEntry entry = new TrailEntry(
                            change.done().after().number(),
                            start.entries() + entries.size() + 1,
                            now,
                            change.occasion().actor(),
                            change.source(),
                            fact.getClass().getSimpleName(),
                            Json.write(fact),
                            before,
                            change.done().after().state().name(),
                            "")
                    .sealed(hash);
            entries.add(entry);
            hash = entry.hash();
        }
        return entries;
    }

    /** What an entry of a trail says, in words. */
    static Message tell(TrailEntry entry, Organisation organisation) {
        return Told.of((RequestFact) Json.read(entry.detail(), FACTS.get(entry.fact())), organisation);
    }

    /** Who did it, and in whose name. */
    static Object actor(TrailEntry entry, Organisation organisation) {
        if (entry.actor().person().isEmpty()) return Message.of("request.trail.clock");
        String name = organisation.nameOf(entry.actor().person().get());
        return entry.actor()
                .inNameOf()
                .<Object>map(other -> Message.of("request.in-name-of", name, organisation.nameOf(other)))
                .orElse(name);
    }
}
