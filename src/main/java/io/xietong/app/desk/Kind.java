package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.app.store.Items;
import io.xietong.core.chat.Command;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.feature.Feature;
import io.xietong.core.feature.SharedFact;
import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One kind of item in the program: its rules, where it is kept, and what people say to get a new one. Immutable.
 *
 * @param shelf  where its items are in the books
 * @param making commands that ask for a new one
 * @param maker  carries them out
 */
record Kind<S extends Item, F extends Feature<S, ?>>(
        F feature, Function<Books, Items<S>> shelf, Class<? extends Command> making, Maker maker) {

    /** Carries out a command that asks for a new item, within the speaker's turn. */
    interface Maker {
        Answer make(Turn turn, Command command);
    }

    ItemNumber number(long serial) {
        return new ItemNumber(feature.kind(), serial);
    }

    Items<S> in(Books books) {
        return shelf.apply(books);
    }

    Optional<Found<S>> find(Books books, ItemNumber number) {
        return in(books).find(number).map(stored -> new Found<>(this, stored));
    }

    /** In the order of their numbers. */
    List<Found<S>> find(Books books, Collection<Long> serials) {
        return in(books).find(serials).stream()
                .map(stored -> new Found<>(this, stored))
                .toList();
    }

    /** Its facts and those that all kinds share, by the names they have in trails. */
    Map<String, Class<?>> facts() {
        return Stream.of(feature.facts(), SharedFact.class)
                .map(Class::getPermittedSubclasses)
                .flatMap(Arrays::stream)
                .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
    }
}
