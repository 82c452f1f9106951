package io.xietong.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads the rows that belong to items, by the items' serials. */
final class ChildRows {

    private ChildRows() {}

    /** Makes a value of a row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** @param order columns by which the rows of one item are sorted */
    static <T> Map<Long, List<T>> of(
            Handle handle, String table, String order, Collection<Long> serials, Reader<T> reader) {
        Map<Long, List<T>> rows = new HashMap<>();
        handle.createQuery("SELECT * FROM " + table + " WHERE serial IN (<serials>) ORDER BY serial, " + order)
                .bindList("serials", Sql.rounded(serials))
                .map((row, context) -> rows.computeIfAbsent(row.getLong("serial"), s -> new ArrayList<>())
                        .add(reader.read(row)))
                .list();
        return rows;
    }
}
