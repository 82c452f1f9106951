package io.xietong.app.desk;

import io.xietong.app.store.Duties;
import io.xietong.app.store.JdbiWaiting.Waits;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes through long lists a page at a time: each reads as much as it shows, however much there is. */
final class Browsing {

    static final int PAGE = 25;

    private static final int AT_ONCE = 50;
    /** So many are looked at for one page, when few of them may be seen. */
    private static final int MOST_LOOKED = 1_000;
    /** Beyond all that a month has. */
    private static final int MOST_MEETINGS = 500;

    private final Turn turn;
    private final Listing listing;

    Browsing(Turn turn, Listing listing) {
        this.turn = turn;
        this.listing = listing;
    }

    /** @param from 0 for the first page, else what the one before named as next */
    Stretch<Found<?>> page(Selection selection, long from) {
        if (selection instanceof Selection.OfKind of) return newest(of, from);
        List<ItemNumber> numbers = numbers(selection);
        List<Found<?>> items = new ArrayList<>();
        int start = (int) Math.min(from, numbers.size());
        int end = start;
        while (end < numbers.size() && items.size() < PAGE) {
            int next = Math.min(numbers.size(), end + PAGE);
            items.addAll(listing.visible(numbers.subList(end, next)));
            end = next;
        }
        int hidden = end - start - items.size();
        String heading = hidden > 0 && selection instanceof Selection.OfDepartment
                ? turn.words.say("console.hidden", hidden)
                : "";
        return new Stretch<>(heading, items, end < numbers.size() ? Optional.of((long) end) : Optional.empty());
    }

    /** All of it that may be seen. @param most of a kind are looked at */
    List<Found<?>> all(Selection selection, int most) {
        if (selection instanceof Selection.OfKind of)
            return List.copyOf(Newest.of(
                    kind(of.kind()),
                    turn.books,
                    found -> turn.sees(found) && (!of.open() || found.item().isOpen()),
                    most));
        return listing.visible(numbers(selection));
    }

    private Kind<?, ?> kind(ItemKind kind) {
        return turn.company.features().of(kind).orElseThrow();
    }

    private List<ItemNumber> numbers(Selection selection) {
        if (selection instanceof Selection.Mine) return listing.mine();
        if (selection instanceof Selection.Recent) return turn.books.changes().newest(MOST_LOOKED);
        if (selection instanceof Selection.InMonth in) return meetings(in.month());
        if (selection instanceof Selection.Found found)
            return new Searching(turn, listing)
                    .find(found.words(), PAGE).found().stream()
                            .map(Found::number)
                            .toList();
        return waits(selection).stream().map(Waits::number).toList();
    }

    /** What waits for somebody, or for a department. */
    List<Waits> waits(Selection selection) {
        return selection instanceof Selection.OfDepartment of
                ? listing.waits(new Duties("", Set.of(), Set.of(of.department()), Set.of(of.department()), false))
                : listing.waits(turn.duties());
    }

    private List<ItemNumber> meetings(YearMonth month) {
        ZoneId zone = turn.organisation().zone();
        Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        return turn.books.meetings().between(from, to, MOST_MEETINGS).stream()
                .map(serial -> new ItemNumber(ItemKind.MEETING, serial))
                .toList();
    }

    private Stretch<Found<?>> newest(Selection.OfKind of, long from) {
        Kind<?, ?> kind = kind(of.kind());
        List<Found<?>> items = new ArrayList<>();
        long below = from == 0 ? Long.MAX_VALUE : from;
        for (int looked = 0; looked < MOST_LOOKED; looked += AT_ONCE) {
            List<Long> serials = below(kind, of.open(), below, AT_ONCE);
            Map<Long, Found<?>> found = new HashMap<>();
            kind.find(turn.books, serials).forEach(one -> found.put(one.number().serial(), one));
            for (long serial : serials) {
                below = serial;
                Optional.<Found<?>>ofNullable(found.get(serial))
                        .filter(turn::sees)
                        .ifPresent(items::add);
                if (items.size() == PAGE) return new Stretch<>("", items, next(kind, of.open(), below));
            }
            if (serials.size() < AT_ONCE) return new Stretch<>("", items, Optional.empty());
        }
        return new Stretch<>("", items, next(kind, of.open(), below));
    }

    private Optional<Long> next(Kind<?, ?> kind, boolean open, long below) {
        return below(kind, open, below, 1).isEmpty() ? Optional.empty() : Optional.of(below);
    }

    private List<Long> below(Kind<?, ?> kind, boolean open, long below, int most) {
        return open
                ? kind.in(turn.books).openBefore(below, most)
                : kind.in(turn.books).before(below, most);
    }
}
