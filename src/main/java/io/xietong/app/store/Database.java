package io.xietong.app.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.xietong.app.search.SearchIndex;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one database: H2 in a file for one node, MySQL or MariaDB for several. Thread-safe.
 *
 * <p>What {@link #inTransaction} returns from survives a kill of the process and a power cut: an H2 file is written and flushed
 * first, once for all who wait at the same time (decisions 0021, 0025); servers do so by themselves. Transactions that lost a race
 * (deadlock, lock time-out, a version that moved on) are run again a few times, so their work must have no effect outside the
 * database.
 */
public final class Database implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Database.class);
    private static final int ATTEMPTS = 6;
    /** MariaDB: lock wait, deadlock, changed since read; H2: lock time-out, deadlock, concurrent update. */
    private static final Set<Integer> LOST_RACES = Set.of(1205, 1213, 1020, 50200, 40001, 90131);

    private final HikariDataSource source;
    private final Jdbi jdbi;
    private final Memory memory;
    private final DiskFlush flush;

    private Database(HikariDataSource source) {
        this.source = source;
        this.jdbi = Jdbi.create(source);
        this.memory = new Memory(new RecentNeeds(), new Serials(isOurs()), new SearchIndex());
        this.flush = new DiskFlush(() -> jdbi.useHandle(handle -> handle.execute("CHECKPOINT SYNC")));
    }

    /**
     * Opens the database and brings its tables up to date.
     *
     * @throws DatabaseFault when it is locked by another process, damaged, out of reach, or the address asks for what is not
     *     allowed
     */
    public static Database open(String url, String user, String password, int poolSize) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(DatabaseUrl.durable(url));
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(poolSize);
        config.setAutoCommit(true);
        config.setConnectionTimeout(5_000);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setPoolName("database");
        HikariDataSource source = null;
        try {
            source = new HikariDataSource(config);
            migrate(source, ours(source));
            return new Database(source);
        } catch (RuntimeException e) {
            if (source != null) source.close();
            throw DatabaseFault.of(e);
        }
    }

    /** Without patterns to ignore, tables of a newer version are refused instead of written to. */
    private static void migrate(DataSource source, boolean ours) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .ignoreMigrationPatterns(new String[0])
                .placeholders(Map.of("counted", ours ? "BIGINT" : "BIGINT AUTO_INCREMENT"))
                .load()
                .migrate();
    }

    /** Whether no other process can have this database open, as with an H2 file. */
    public boolean isOurs() {
        return ours(source);
    }

    private static boolean ours(HikariDataSource source) {
        return source.getJdbcUrl().startsWith("jdbc:h2:");
    }

    /** Whether the database answers a question within its time limit. */
    public boolean answers() {
        try {
            return jdbi.withHandle(handle ->
                            handle.select("SELECT 1").mapTo(Integer.class).one())
                    == 1;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** What answers, such as {@code H2 2.5.252}. */
    public String product() {
        return jdbi.withHandle(handle -> handle.queryMetadata(DatabaseMetaData::getDatabaseProductName) + " "
                + handle.queryMetadata(DatabaseMetaData::getDatabaseProductVersion));
    }

    /** For the scheduler, which brings its own SQL. */
    public DataSource source() {
        return source;
    }

    /** Runs work in one transaction and returns when it is durable. */
    public <T> T inTransaction(Function<Books, T> work) {
        T result = committed(work);
        flush();
        return result;
    }

    private <T> T committed(Function<Books, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(handle -> work.apply(new Books(handle, memory)));
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !lostARace(e)) throw e;
                log.debug("transaction lost a race, attempt {} follows", attempt + 1);
                pause(attempt);
            }
        }
    }

    /** Returns when all that the caller has committed is on the disk; servers see to that by themselves. */
    public void flush() {
        if (isOurs()) flush.await();
    }

    /** Reads outside a transaction. */
    public <T> T read(Function<Books, T> work) {
        return jdbi.withHandle(handle -> work.apply(new Books(handle, memory)));
    }

    /** Whether a transaction failed by a deadlock, a lock time-out, or a row or key that somebody else was faster with. */
    public static boolean lostARace(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof StaleVersion || cause instanceof SQLIntegrityConstraintViolationException) return true;
            if (cause instanceof SQLException sql
                    && (LOST_RACES.contains(sql.getErrorCode()) || "40001".equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** A few milliseconds, at random: two that lost to each other would meet again if both came back at once. */
    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(2, 10L * attempt + 3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        flush.close();
        source.close();
    }
}
