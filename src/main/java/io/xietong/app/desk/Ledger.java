package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.app.store.Change;
import io.xietong.app.store.Json;
import io.xietong.app.store.Stored;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.item.Fact;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.trail.TrailEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes down what was decided: state, clocks, trail and what people are told, all in the caller's transaction. */
final class Ledger {

    private final Books books;
    private final Company company;

    Ledger(Books books, Company company) {
        this.books = books;
        this.company = company;
    }

    /** Writes the decisions about items of one kind down, tells people, and lets other items react. */
    <S extends Item> void keep(Kind<S, ?> kind, List<Decided<S>> decisions, Instant now) {
        record(kind, decisions, now);
        List<Outgoing> news = new ArrayList<>();
        List<ItemNumber> shown = new ArrayList<>();
        List<ItemNumber> regrouped = new ArrayList<>();
        List<ItemNumber> rescheduled = new ArrayList<>();
        for (Decided<S> decided : decisions) {
            news.addAll(decided.news(kind));
            if (decided.before().isPresent()) redraw(kind, decided, shown, now);
            if (decided.isRegrouped(kind)) regrouped.add(decided.after().number());
            if (decided.isRescheduled(kind)) rescheduled.add(decided.after().number());
        }
        Turn.post(books, company, news, now);
        books.outbox().refresh(shown, now);
        books.outbox().keepGroups(regrouped, now);
        books.outbox().keepCalendars(rescheduled, now);
        decisions.forEach(new Reactions(books, company, now)::to);
    }

    /** @param shown takes those items of which all cards are to be drawn anew */
    private <S extends Item> void redraw(Kind<S, ?> kind, Decided<S> decided, List<ItemNumber> shown, Instant now) {
        ItemNumber number = decided.after().number();
        Optional<Set<String>> readers = decided.shownTo(kind);
        if (readers.isEmpty()) shown.add(number);
        else readers.get().forEach(reader -> books.outbox().refresh(number, Optional.of(reader), now));
    }

    /** Writes the decisions down without telling anybody; returns each item with the end of its trail. */
    <S extends Item> List<Stored<S>> record(Kind<S, ?> kind, List<Decided<S>> decisions, Instant now) {
        List<Change<S>> rows = new ArrayList<>();
        List<TrailEntry> trail = new ArrayList<>();
        for (Decided<S> decided : decisions) {
            Stored<S> start = decided.start();
            List<TrailEntry> entries = entries(decided, start);
            trail.addAll(entries);
            String hash = entries.get(entries.size() - 1).hash();
            rows.add(new Change<>(
                    decided.before(), new Stored<>(decided.after(), start.entries() + entries.size(), hash)));
        }
        kind.in(books).save(rows);
        books.trail().add(trail);
        books.changes()
                .note(rows.stream().map(row -> row.after().item().number()).toList(), now);
        return rows.stream().map(Change::after).toList();
    }

    private static <S extends Item> List<TrailEntry> entries(Decided<S> decided, Stored<S> start) {
        List<TrailEntry> entries = new ArrayList<>();
        Optional<String> before =
                decided.before().map(stored -> stored.item().state().name());
        String hash = start.hash();
        for (Fact fact : decided.done().facts()) {
            TrailEntry entry = new TrailEntry(
                            decided.after().number(),
                            start.entries() + entries.size() + 1,
                            decided.occasion().now(),
                            decided.occasion().actor(),
                            decided.source(),
                            fact.getClass().getSimpleName(),
                            Json.write(fact),
                            before,
                            decided.after().state().name(),
                            "")
                    .sealed(hash);
            entries.add(entry);
            hash = entry.hash();
        }
        return entries;
    }
}
