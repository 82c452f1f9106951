package io.xietong.app.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies an H2 database into an empty one of MySQL or MariaDB, table by table, and compares every row. Nobody else may have the
 * source open, which H2 sees to, nor the target.
 */
public final class Move {

    /** The scheduler's and the migrations' tables are made anew; who runs on the source does not run on the target. */
    private static final String NOT_OURS = "(qrtz|flyway)_.*";

    /** SQL states of keys that are taken, such as two that a collation cannot tell apart. */
    private static final String DOES_NOT_FIT = "23";

    private static final Logger log = LoggerFactory.getLogger(Move.class);
    private static final Set<String> LEFT = Set.of("node", "schema_age");
    private static final String COUNTER = "sandbox_change";

    /** Hold one row from the start. */
    private static final Set<String> SEEDED = Set.of(COUNTER, "schema_age");

    private final Database source;
    private final Database target;

    /** @param same whether count and checksum of the target are those of the source */
    public record Table(String name, long rows, boolean same) {}

    public Move(Database source, Database target) {
        this.source = source;
        this.target = target;
    }

    /** A table of the target that holds something already. */
    public Optional<String> occupied() {
        try (Connection from = source.connection();
                Connection to = target.connection()) {
            for (String table : tables(from)) {
                if (!SEEDED.contains(table) && holds(to, table)) return Optional.of(table);
            }
            return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be read", e);
        }
    }

    /** Copies all tables; whether each arrived as it was, told when it is done. */
    public void copy(Consumer<Table> done) {
        try (Connection from = source.connection();
                Connection to = target.connection()) {
            ServerSession.mayFallSilent(to);
            to.setAutoCommit(false);
            for (String table : tables(from))
                if (!LEFT.contains(table)) done.accept(copy(from, to, TableRows.of(from, table)));
            to.commit();
            goOnCounting(to);
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be copied", e);
        }
    }

    private Table copy(Connection from, Connection to, TableRows table) throws SQLException {
        if (table.table().equals(COUNTER)) run(to, "DELETE FROM " + COUNTER);
        Checksum sent = new Checksum();
        try (TableRows.Writer writer = table.writer(to, target.timeBinding())) {
            table.read(from, row -> {
                sent.add(row);
                writer.add(row);
            });
            writer.finish();
        } catch (SQLException e) {
            if (!String.valueOf(e.getSQLState()).startsWith(DOES_NOT_FIT)) throw e;
            log.warn("{} does not fit", table.table(), e);
            to.rollback();
            return new Table(table.table(), sent.rows(), false);
        }
        Checksum arrived = new Checksum();
        table.read(to, arrived::add);
        return new Table(table.table(), sent.rows(), sent.isSameAs(arrived));
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, "public", "%", new String[] {"BASE TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                if (!name.matches(NOT_OURS)) tables.add(name);
            }
        }
        return tables;
    }

    private static boolean holds(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
            return rows.next();
        }
    }

    /** The server counts on from the greatest key; what was skipped after a restore it does not know by itself. */
    private void goOnCounting(Connection to) throws SQLException {
        for (Serials.Skipped skipped : source.read(Books::skipped))
            run(to, "ALTER TABLE " + skipped.table() + " AUTO_INCREMENT = " + (skipped.to() + 1));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
