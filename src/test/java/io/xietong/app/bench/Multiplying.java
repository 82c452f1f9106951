package io.xietong.app.bench;

import io.xietong.app.store.Database;
import io.xietong.core.item.ItemKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Fills a database by copying what is in it under new numbers, faster than by filing. */
final class Multiplying {

    private static final int AT_ONCE = 100;

    private Multiplying() {}

    /** @param there how many items of the kind there are, numbered from 1; the copies follow */
    static void items(Database database, ItemKind kind, int there, int wanted) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            ItemRows rows = new ItemRows(statement, kind);
            int times = wanted / there - 1;
            for (int first = 1; first <= times; first += AT_ONCE) {
                rows.copy(1, there, there, first, Math.min(times, first + AT_ONCE - 1), 0);
                connection.commit();
            }
            rows.number();
            statement.execute("ANALYZE");
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
