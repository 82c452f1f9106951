package io.xietong.app.desk;

import io.xietong.app.search.Arrivals;
import io.xietong.app.search.Feed;
import io.xietong.app.search.SearchIndex;
import io.xietong.app.store.Books;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiChanges;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings the words of this node's index up to date with the database: after a start all that there is, newest first, then what
 * any node has changed since.
 */
record Lookup(Books books, Company company) {

    private static final int AT_ONCE = 500;
    private static final int CHANGES_AT_ONCE = 2_000;
    /** A transaction that took a key so many keys ago has ended. */
    private static final int OVERLAP = 1_000;

    /** Does a part of it, with a connection of its own; whether everything is in. */
    static boolean inPart(Database database, Company company, Duration patience) {
        return database.read(books -> new Lookup(books, company).upTo(patience));
    }

    /** Goes on as long as there is time; whether everything is in. */
    boolean upTo(Duration patience) {
        return books.search().feed(patience, this::step);
    }

    private boolean step(Feed feed) {
        try {
            if (feed.changes().filter(seen -> !isForgotten(seen)).isEmpty()) begin(feed);
            for (Kind<?, ?> kind : company.features().all()) {
                if (feed.taken(kind.feature().kind()) > 0) return older(kind, feed);
            }
            return changes(feed.changes().orElseThrow());
        } catch (RuntimeException e) {
            feed.forget();
            throw e;
        }
    }

    /** Whether changes that were not seen are kept no longer. */
    private boolean isForgotten(Arrivals seen) {
        long first = books.changes().first();
        return first < Long.MAX_VALUE && first > seen.complete() + 1;
    }

    private void begin(Feed feed) {
        JdbiChanges changes = books.changes();
        long last = changes.last();
        feed.begin(new Arrivals(Math.max(Math.min(changes.first() - 1, last), last - OVERLAP), OVERLAP));
    }

    /** Never the last step. */
    private boolean older(Kind<?, ?> kind, Feed feed) {
        long below = feed.taken(kind.feature().kind());
        List<Long> serials = kind.in(books).before(below, AT_ONCE);
        take(kind, serials);
        feed.taken(kind.feature().kind(), serials.size() < AT_ONCE ? 0 : serials.get(serials.size() - 1));
        return false;
    }

    private boolean changes(Arrivals seen) {
        List<JdbiChanges.Row> rows = books.changes().after(seen.complete(), CHANGES_AT_ONCE);
        Set<ItemNumber> changed = new HashSet<>();
        rows.stream().filter(row -> seen.isNew(row.id())).forEach(row -> changed.add(row.item()));
        for (Kind<?, ?> kind : company.features().all()) {
            take(
                    kind,
                    changed.stream()
                            .filter(number -> number.kind() == kind.feature().kind())
                            .map(ItemNumber::serial)
                            .toList());
        }
        if (!rows.isEmpty()) seen.readTo(rows.get(rows.size() - 1).id());
        return rows.size() < CHANGES_AT_ONCE;
    }

    private void take(Kind<?, ?> kind, Collection<Long> serials) {
        List<? extends Found<?>> found = kind.find(books, serials);
        Map<ItemNumber, List<String>> comments = books.trail()
                .comments(found.stream().<ItemNumber>map(Found::number).toList());
        books.search()
                .put(found.stream()
                        .map(one -> entry(one.item(), comments.getOrDefault(one.number(), List.of())))
                        .toList());
    }

    private static SearchIndex.Entry entry(Item item, List<String> comments) {
        return new SearchIndex.Entry(item.number(), item.text(), String.join("\n", comments), item.parties());
    }
}
