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
    /** On a card; beyond, it says that there are more. */
    static final int COUNTED = 100;
    /** Of each kind so many are listed. */
    static final int MOST = 200;

    private final Turn turn;

    Listing(Turn turn) {
        this.turn = turn;
    }

    /**
     * The first of what waits for the speaker, earliest due first: their own, and what lies with departments they answer for today;
     * as many as are {@linkplain #count counted}, or some more.
     */
    List<ItemNumber> waiting() {
        return waits(turn.duties(), COUNTED).stream().map(Waits::number).toList();
    }

    /** How many there are, or that there are more than anybody counts. */
    static String count(List<ItemNumber> first) {
        return first.size() < COUNTED ? Integer.toString(first.size()) : COUNTED - 1 + "+";
    }

    /** What waits for whoever has these duties, earliest due first. */
    List<Waits> waits(Duties duties) {
        return waits(duties, MOST);
    }

    private List<Waits> waits(Duties duties, int most) {
        Stream<Due> requests = turn.books.requests().waitingFor(duties, most).stream();
        return Stream.concat(
                        requests.map(due -> new Waits(new ItemNumber(ItemKind.REQUEST, due.serial()), due)),
                        turn.books.waiting().of(duties, most).stream())
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

    /** The first of them, no more than these. */
    private List<ItemNumber> mine(int most) {
        List<ItemNumber> first = new ArrayList<>();
        for (Kind<?, ?> kind : turn.company.features().all())
            if (first.size() < most) first.addAll(mine(List.of(kind), most));
        return first.subList(0, Math.min(most, first.size()));
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
        return ItemLists.todo(shown, count(waiting), turn.words);
    }

    /** What the speaker has a part in, as far as it fits on a card. */
    Card mineCard() {
        List<Found<?>> mine = visible(mine(SHOWN));
        String heading = turn.words.say(mine.isEmpty() ? "item.list.mine-empty" : "item.list.mine");
        return list(turn.words.say("item.list.mine"), heading, mine, ItemNumber::toString);
    }

    /** How much the speaker has a part in. */
    String countOfMine() {
        return count(mine(COUNTED));
    }

    Card list(String title, String heading, List<Found<?>> items, Function<ItemNumber, String> phrase) {
        return ItemLists.list(title, heading, items.stream().map(Found::listed).toList(), phrase, turn.words);
    }
}
