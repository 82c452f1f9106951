package io.xietong.app.store;

import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** Rows that one insert can take; more are sent one by one, as the driver does that best. */
    private static final int FEW = 8;

    private final Handle handle;
    private final TimeBinding times;
    private final String sql;
    private final List<Object[]> rows = new ArrayList<>();

    Batch(Handle handle, String sql) {
        this.handle = handle;
        this.times = handle.getConfig(TimeBinding.class);
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
        return rows.size() > 1 && rows.size() <= FEW && sql.startsWith("INSERT") ? together() : oneByOne();
    }

    /** An insert of a few rows as one statement. */
    private int[] together() {
        String tuple = sql.substring(sql.lastIndexOf('('));
        String all = sql + ("," + tuple).repeat(rows.size() - 1);
        run(all, Statement.NO_GENERATED_KEYS, statement -> {
            int position = 0;
            for (Object[] row : rows) position = bind(statement, row, position);
            return statement.executeUpdate();
        });
        int[] inserted = new int[rows.size()];
        Arrays.fill(inserted, 1);
        return inserted;
    }

    private int[] oneByOne() {
        return run(sql, Statement.NO_GENERATED_KEYS, statement -> {
            if (rows.size() == 1) {
                bind(statement, rows.get(0), 0);
                return new int[] {statement.executeUpdate()};
            }
            for (Object[] row : rows) {
                bind(statement, row, 0);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** Runs an insert of one row, and returns the key that the database has given it. */
    long key() {
        return run(sql, Statement.RETURN_GENERATED_KEYS, statement -> {
            bind(statement, rows.get(0), 0);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        });
    }

    private int bind(PreparedStatement statement, Object[] row, int before) throws SQLException {
        int position = before;
        for (Object value : row) times.set(statement, ++position, value);
        return position;
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String text, int keys, Work<T> work) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(text, keys)) {
            return work.on(statement);
        } catch (BatchUpdateException e) {
            SQLException first =
                    Optional.ofNullable(e.getNextException()).orElse(e); // what went wrong, instead of that
            throw new UnableToExecuteStatementException(text, first, (StatementContext) null);
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(text, e, (StatementContext) null);
        }
    }
}
