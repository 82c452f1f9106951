package io.xietong.app.store;

import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * One statement for several rows, by way of plain JDBC: where a command writes its rows, looking up how each value is bound cost
 * as much as the statements themselves (decision 0010). Belongs to one transaction.
 */
final class Batch {

    private final Handle handle;
    private final String sql;
    private final List<Object[]> rows = new ArrayList<>();

    Batch(Handle handle, String sql) {
        this.handle = handle;
        this.sql = sql;
    }

    /** The values of one row as {@link Sql#values} takes them, in the order of the statement's question marks. */
    Batch add(Object... values) {
        rows.add(Sql.values(values));
        return this;
    }

    /** How many rows there are so far. */
    int size() {
        return rows.size();
    }

    /**
     * Runs the statement for all rows; without any, nothing happens.
     *
     * @return how many rows of the table each one changed
     */
    int[] execute() {
        if (rows.isEmpty()) return new int[0];
        TimeBinding times = handle.getConfig(TimeBinding.class);
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) times.set(statement, i + 1, row[i]);
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (BatchUpdateException e) {
            SQLException first =
                    Optional.ofNullable(e.getNextException()).orElse(e); // what went wrong, instead of that
            throw new UnableToExecuteStatementException(sql, first, (StatementContext) null);
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(sql, e, (StatementContext) null);
        }
    }
}
