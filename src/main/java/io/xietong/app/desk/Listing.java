package io.xietong.app.desk;

import io.xietong.app.store.Duties;
import io.xietong.core.card.Card;
import io.xietong.core.feature.ItemLists;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemKind;
import io.xietong.core.item.ItemNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The speaker's lists over all kinds of items: only what they may see. */
final class Listing {

    /** Lines on a card. */
    static final int SHOWN = ItemLists.SHOWN;

    private static final int RECENT = 5;
    private static final int MOST = 200;

    private final Turn turn;

    Listing(Turn turn) {
        this.turn = turn;
    }

    /** What waits for the speaker: their own, and what lies with departments they answer for today. */
    List<Found<?>> waiting() {
        return waiting(turn.company.features().all());
    }

    private List<Found<?>> waiting(Collection<Kind<?, ?>> kinds) {
        Duties duties = turn.duties();
        return among(kinds, kind -> kind.in(turn.books).waitingFor(duties, MOST));
    }

    /** What the speaker has a part in, each kind newest first. */
    List<Found<?>> mine() {
        return mine(turn.company.features().all(), MOST);
    }

    private List<Found<?>> mine(Collection<Kind<?, ?>> kinds, int most) {
        return among(kinds, kind -> kind.in(turn.books).of(turn.speaker.id(), most));
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

    private List<Found<?>> among(Collection<Kind<?, ?>> kinds, Function<Kind<?, ?>, List<Long>> question) {
        List<Found<?>> found = new ArrayList<>();
        for (Kind<?, ?> kind : kinds) found.addAll(inOrder(kind, question.apply(kind)));
        return found;
    }

    private <S extends Item> List<Found<S>> inOrder(Kind<S, ?> kind, List<Long> serials) {
        Map<Long, Found<S>> bySerial = new LinkedHashMap<>();
        kind.find(turn.books, serials)
                .forEach(found -> bySerial.put(found.number().serial(), found));
        return serials.stream()
                .filter(bySerial::containsKey)
                .map(bySerial::get)
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
        Map<ItemNumber, Found<?>> recent = new LinkedHashMap<>();
        waiting(among).stream()
                .sorted(Comparator.<Found<?>, ItemNumber>comparing(Found::number)
                        .reversed())
                .forEach(found -> recent.put(found.number(), found));
        mine(among, RECENT).forEach(found -> recent.putIfAbsent(found.number(), found));
        List<Found<?>> shown = recent.values().stream().limit(RECENT).toList();
        String line = shown.isEmpty() ? heading + " " + turn.words.say("item.list.mine-empty") : heading;
        return list(turn.words.say("item.list.recent"), line, shown, phrase);
    }

    Card todo() {
        return ItemLists.todo(waiting().stream().map(Found::listed).toList(), turn.words);
    }

    Card list(String title, String heading, List<Found<?>> items, Function<ItemNumber, String> phrase) {
        return ItemLists.list(title, heading, items.stream().map(Found::listed).toList(), phrase, turn.words);
    }
}
