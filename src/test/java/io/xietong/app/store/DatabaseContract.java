package io.xietong.app.store;

import io.xietong.core.item.Item;
import io.xietong.core.item.ItemNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every database must keep is tested on an empty one of each kind. */
abstract class DatabaseContract {

    Database database;

    abstract Database open();

    @BeforeEach
    void opens() {
        database = open();
    }

    @AfterEach
    void closes() {
        database.close();
    }

    /** Keeps an item as it is now; its trail is not looked at. @param before as it was kept last, if it was */
    <S extends Item> Stored<S> save(Function<Books, Items<S>> shelf, Optional<Stored<S>> before, S item) {
        return database.inTransaction(books -> {
            Stored<S> after = new Stored<>(item, 1, "0".repeat(64));
            shelf.apply(books).save(List.of(new Change<>(before, after)));
            return after;
        });
    }

    <S extends Item> Optional<Stored<S>> find(Function<Books, Items<S>> shelf, ItemNumber number) {
        return database.read(books -> shelf.apply(books).find(number));
    }

    ItemNumber next(Function<Books, Items<?>> shelf) {
        return database.inTransaction(books -> shelf.apply(books).nextNumber(Samples.NOW));
    }

    boolean yes(Function<Books, Boolean> work) {
        return database.inTransaction(work);
    }

    void does(Consumer<Books> work) {
        does(database, work);
    }

    static void does(Database database, Consumer<Books> work) {
        database.inTransaction(books -> {
            work.accept(books);
            return null;
        });
    }
}
