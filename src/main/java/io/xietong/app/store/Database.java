package io.xietong.app.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.xietong.core.text.Message;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
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

    private final HikariDataSource source;
    private final Jdbi jdbi;
    private final Memory memory;
    /** Absent for servers, which see to that by themselves. */
    private final Optional<WholeFile> file;

    private final Lock changes;
    private final int newestKnown;
    private final DatabaseTime time = new DatabaseTime();
    private List<Message> attention = List.of();

    private Database(HikariDataSource source, int newestKnown) {
        this.source = source;
        this.newestKnown = newestKnown;
        this.jdbi = Jdbi.create(new FairPool(source, source.getMaximumPoolSize(), source.getConnectionTimeout()));
        jdbi.setTransactionHandler(LocalTransactionHandler.managed());
        if (source.getJdbcUrl().startsWith("jdbc:mysql:")) TimeBinding.asText(jdbi);
        this.memory = Memory.empty(isOurs());
        this.file = isOurs() ? Optional.of(new WholeFile(source, jdbi)) : Optional.empty();
        this.changes = file.map(WholeFile::changes).orElseGet(new ReentrantReadWriteLock()::readLock);
    }

    /** Opens the database with one account for everything. */
    public static Database open(String url, String user, String password, int poolSize) {
        Account account = new Account(user, password);
        return open(url, account, account, poolSize);
    }

    /**
     * Opens the database and brings its tables up to date.
     *
     * @param account  reads and writes rows
     * @param migrating changes tables where they are on a server; a file knows one account only
     * @throws DatabaseFault when it is locked by another process, damaged, out of reach, the account may not do what it must, or
     *     the address asks for what is not allowed
     */
    public static Database open(String url, Account account, Account migrating, int poolSize) {
        HikariConfig config = config(url, account);
        config.setMaximumPoolSize(poolSize);
        config.setPoolName("database");
        boolean server = ServerSession.isServer(config.getJdbcUrl());
        if (server) ServerSession.limit(config);
        else {
            config.setExceptionOverrideClassName(ClosedFile.class.getName());
            config.setAllowPoolSuspension(true);
        }
        HikariDataSource source = null;
        try {
            int newestKnown = server ? migrate(url, migrating) : Integer.MAX_VALUE;
            source = new HikariDataSource(config);
            if (!server && WholeFile.isWasteful(source)) {
                source.close();
                WholeFile.shrink(config.getJdbcUrl(), account.user(), account.password());
                source = new HikariDataSource(config);
            }
            if (!server) Migrations.ofAFile(source);
            Database database = new Database(source, newestKnown);
            if (server) database.attention = ServerReview.accepted(source, poolSize, database.time);
            return database;
        } catch (RuntimeException e) {
            if (source != null) source.close();
            throw DatabaseFault.of(e);
        }
    }

    /** Opens a database in memory and throws it away: what the one that is wanted needs is ready then, as in a second start. */
    public static void warmUp() {
        try (HikariDataSource source = new HikariDataSource(config("jdbc:h2:mem:warm-up", new Account("sa", "")))) {
            Migrations.warmUp(source);
            Jdbi.create(source)
                    .withHandle(handle -> handle.createQuery("SELECT :one")
                            .bind("one", 1)
                            .mapTo(Integer.class)
                            .one());
        }
    }

    private static HikariConfig config(String url, Account account) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(DatabaseUrl.durable(url));
        config.setUsername(account.user());
        config.setPassword(account.password());
        config.setAutoCommit(true);
        config.setConnectionTimeout(5_000);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return config;
    }

    /** Over connections of its own: a change of a large table takes longer than anybody may wait for an answer. */
    private static int migrate(String url, Account account) {
        HikariConfig config = config(url, account);
        ServerSession.unlimited(config);
        try (HikariDataSource source = new HikariDataSource(config)) {
            ServerReview.accepted(source, 0, new DatabaseTime());
            return Migrations.ofAServer(source);
        }
    }

    /** How the server is set up that should be looked at, as a sentence each; what it cannot work with is refused. */
    public List<Message> attention() {
        return attention;
    }

    /**
     * The time that all nodes share, for leases and the like: by the database's clock where that is a server, else by the
     * machine's. Never for business.
     */
    public Clock time() {
        return time;
    }

    /** By how much the database's clock is ahead of this machine's, asked now; zero for a file of our own. */
    public Duration compareClocks() {
        if (isOurs()) return Duration.ZERO;
        try (Connection connection = source.getConnection()) {
            return time.compare(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not tell its time", e);
        }
    }

    /** The newest migration that this program knows; without bounds where nobody else can upgrade the tables. */
    public int newestKnown() {
        return newestKnown;
    }

    /** Whether no other process can have this database open, as with an H2 file. */
    public boolean isOurs() {
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

    /** How times are handed to this database's driver. */
    TimeBinding timeBinding() {
        return jdbi.getConfig(TimeBinding.class);
    }

    /** The file that this database is; empty for one in memory and for servers. */
    public Optional<Path> file() {
        return fileOf(source.getJdbcUrl());
    }

    public static Optional<Path> fileOf(String url) {
        return FileCopies.file(url);
    }

    /**
     * Writes a copy of an H2 file into an archive. Others go on reading; who wants to change something waits until it is written.
     *
     * @param now by the company's clock; what is done after it is not in the copy
     */
    public void copyTo(Path archive, Instant now) {
        FileCopies.write(this, file.orElseThrow(), archive, now);
    }

    /**
     * Writes an H2 file anew if it is large and little of it is in use. Everybody who needs the database waits meanwhile: some
     * seconds for hundreds of megabytes.
     */
    public void shrink() {
        file.ifPresent(WholeFile::shrink);
    }

    /**
     * For those who bring their own SQL; they change something only while they hold {@link #changes}. Each statement is a
     * transaction of its own until they say otherwise.
     */
    public Connection connection() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(true);
        return connection;
    }

    /** Runs work in one transaction and returns when it is durable. */
    public <T> T inTransaction(Function<Books, T> work) {
        T result = committed(work);
        flush();
        return result;
    }

    private <T> T committed(Function<Books, T> work) {
        for (int attempt = 1; ; attempt++) {
            boolean first = attempt == 1;
            changes.lock();
            try {
                return jdbi.inTransaction(handle -> Books.inTransaction(handle, memory, first, work));
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !Lost.aRace(e)) throw e;
                log.debug("transaction lost a race, attempt {} follows", attempt + 1);
            } finally {
                changes.unlock();
            }
            pause(attempt);
        }
    }

    /**
     * Held by whoever changes the database with SQL of their own, from the first statement to the commit; shared by all of them.
     * Whoever holds it must not wait for {@link #flush}, which waits for its end.
     */
    public Lock changes() {
        return changes;
    }

    /** Returns when all that the caller has committed is on the disk; servers see to that by themselves. */
    public void flush() {
        file.ifPresent(WholeFile::await);
    }

    /** Reads outside a transaction. */
    public <T> T read(Function<Books, T> work) {
        return jdbi.withHandle(handle -> Books.reading(handle, memory, work));
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
        file.ifPresent(WholeFile::close);
        source.close();
    }
}
