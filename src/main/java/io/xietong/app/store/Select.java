package io.xietong.app.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * One question to the tables, by way of plain JDBC: for what every command asks, where looking up how values are bound and rows are
 * read cost twice as much as the answer (decision 0010). Other questions are asked through Jdbi.
 */
final class Select {

    private final Handle handle;
    private final String sql;
    private final Object[] values;

    /** What becomes of one row of the answer. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @param values for the statement's question marks, as {@link Sql#values} takes them */
    Select(Handle handle, String sql, Object... values) {
        this.handle = handle;
        this.sql = sql;
        this.values = Sql.values(values);
    }

    /** All rows, in their order. */
    <T> List<T> list(Row<T> mapper) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            TimeBinding times = handle.getConfig(TimeBinding.class);
            for (int i = 0; i < values.length; i++) times.set(statement, i + 1, values[i]);
            List<T> rows = new ArrayList<>();
            try (ResultSet answer = statement.executeQuery()) {
                while (answer.next()) rows.add(mapper.of(answer));
            }
            return rows;
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(sql, e, (StatementContext) null);
        }
    }

    /** The first row, if there is any. */
    <T> Optional<T> first(Row<T> mapper) {
        return list(mapper).stream().findFirst();
    }
}
