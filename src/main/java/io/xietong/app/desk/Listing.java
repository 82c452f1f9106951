package io.xietong.app.desk;

import io.xietong.app.store.Due;
import io.xietong.app.store.Duties;
import io.xietong.app.store.JdbiWaiting.Waits;
import io.xietong.core.card.Card;
import io.xietong.core.feature.ItemLists;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The speaker's lists over all kinds of items: only what they may see. */
final class Listing {

    /** Lines on a card. */
    static final int SHOWN = ItemLists.SHOWN;

    private static final int RECENT = 5;
    /** Of each kind so many are listed. */
    static final int MOST = 200;

    private final Turn turn;

    Listing(Turn turn) {
        this.turn = turn;
    }

    /** What waits for the speaker, earliest due first: their own, and what lies with departments they answer for today. */
    List<ItemNumber> waiting() {
        return waits(turn.duties()).stream().map(Waits::number).toList();
    }

    /** What waits for whoever has these duties, earliest due first. */
    List<Waits> waits(Duties duties) {
        Kind<?, ?> requests = turn.company.features().requests();
        return Stream.concat(waits(List.of(requests), duties), turn.books.waiting().of(duties, MOST).stream())
                .sorted(Comparator.comparing(Waits::due, Due.EARLIEST))
                .toList();
    }

    private List<ItemNumber> waiting(Collection<Kind<?, ?>> kinds) {
        return waits(kinds, turn.duties())
                .sorted(Comparator.comparing(Waits::due, Due.EARLIEST))
                .map(Waits::number)
                .toList();
    }

    private Stream<Waits> waits(Collection<Kind<?, ?>> kinds, Duties duties) {
        return kinds.stream()
                .flatMap(kind -> kind.in(turn.books).waitingFor(duties, MOST).stream()
                        .map(due -> new Waits(kind.number(due.serial()), due)));
    }

    /** What the speaker has a part in, each kind newest first. */
    List<ItemNumber> mine() {
        return mine(turn.company.features().all(), MOST);
    }

    private List<ItemNumber> mine(Collection<Kind<?, ?>> kinds, int most) {
        List<ItemNumber> all = new ArrayList<>();
        for (Kind<?, ?> kind : kinds)
            kind.in(turn.books).of(turn.speaker.id(), most).forEach(serial -> all.add(kind.number(serial)));
        return all;
    }

    /** The first of them that fit on a card. */
    List<Found<?>> shown(List<ItemNumber> numbers) {
        return visible(numbers.stream().limit(SHOWN).toList());
    }

    /** Those of the items that the speaker may see, in the same order. */
    List<Found<?>> visible(List<ItemNumber> numbers) {
        Map<ItemNumber, Found<?>> found = new HashMap<>();
        for (Kind<?, ?> kind : turn.company.features().all()) {
            List<Long> serials = numbers.stream()
                    .filter(number -> number.kind() == kind.feature().kind())
                    .map(ItemNumber::serial)
                    .toList();
            kind.find(turn.books, serials).forEach(one -> found.put(one.number(), one));
        }
        return numbers.stream()
                .filter(found::containsKey)
                .<Found<?>>map(found::get)
                .filter(turn::sees)
                .toList();
    }

    /**
     * The speaker's recent items, what waits for them first.
     *
     * @param phrase what the button of an item says
     * @param kinds  only items of these kinds; of all when empty
     */
    Card recent(String heading, Function<ItemNumber, String> phrase, Collection<ItemKind> kinds) {
        List<Kind<?, ?>> among = turn.company.features().all().stream()
                .filter(kind -> kinds.isEmpty() || kinds.contains(kind.feature().kind()))
                .toList();
        List<ItemNumber> recent = Stream.concat(
                        waiting(among).stream().sorted(Comparator.reverseOrder()), mine(among, RECENT).stream())
                .distinct()
                .limit(RECENT)
                .toList();
        List<Found<?>> shown = visible(recent);
        String line = shown.isEmpty() ? heading + " " + turn.words.say("item.list.mine-empty") : heading;
        return list(turn.words.say("item.list.recent"), line, shown, phrase);
    }

    Card todo() {
        List<ItemNumber> waiting = waiting();
        List<ItemLists.Listed> shown =
                shown(waiting).stream().map(Found::listed).toList();
        return ItemLists.todo(shown, waiting.size() < MOST ? "" + waiting.size() : MOST + "+", turn.words);
    }

    Card list(String title, String heading, List<Found<?>> items, Function<ItemNumber, String> phrase) {
        return ItemLists.list(title, heading, items.stream().map(Found::listed).toList(), phrase, turn.words);
    }
}
