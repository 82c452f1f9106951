package io.xietong.app.store;

import java.util.function.Consumer;
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
