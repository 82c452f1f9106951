package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.app.store.Json;
import io.xietong.app.store.RequestChange;
import io.xietong.app.store.StoredRequest;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.item.Decision;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.request.Occasion;
import io.xietong.core.request.Request;
import io.xietong.core.request.RequestFact;
import io.xietong.core.request.RequestNews;
import io.xietong.core.trail.TrailEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what was decided: state, clocks, trail and what people are told, all in the caller's transaction. */
final class Ledger {

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

    /** Writes the changes down and tells people. */
    void keep(List<Change> changes, Instant now) {
        record(changes, now);
        List<Outgoing> news = new ArrayList<>();
        List<ItemNumber> shown = new ArrayList<>();
        for (Change change : changes) {
            news.addAll(RequestNews.of(change.done().after(), change.done().facts(), change.occasion()));
            if (change.before().isPresent()) shown.add(change.done().after().number());
        }
        Turn.post(books, company, news, now);
        books.outbox().refresh(shown, now);
    }

    /** Writes the changes down without telling anybody; returns each request with the end of its trail. */
    List<StoredRequest> record(List<Change> changes, Instant now) {
        List<RequestChange> rows = new ArrayList<>();
        List<TrailEntry> trail = new ArrayList<>();
        for (Change change : changes) {
            Request after = change.done().after();
            StoredRequest start = change.before().orElseGet(() -> StoredRequest.fresh(after));
            List<TrailEntry> entries = entries(change, start, now);
            trail.addAll(entries);
            String hash = entries.get(entries.size() - 1).hash();
            rows.add(new RequestChange(
                    change.before(), new StoredRequest(after, start.entries() + entries.size(), hash)));
        }
        books.requests().save(rows);
        books.trail().add(trail);
        return rows.stream().map(RequestChange::after).toList();
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
}
