package io.xietong.app.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an H2 file so that a killed process leaves every change in it whole or not at all (decision 0042). H2 writes one table
 * after the other, and nothing keeps changes from going on meanwhile; so the file is written only while nobody holds
 * {@link #changes()}. And it never writes over what the last write might need, so a file only grows until it is written anew.
 * Thread-safe.
 */
final class WholeFile implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WholeFile.class);

    /**
     * In bytes. H2 writes by itself, in the midst of changes, once it counts 11 MB or more that are not written. Four times this
     * must not leave the range of an int, since H2 multiplies so.
     */
    private static final int ROOM = 500_000_000;

    /** In bytes; a smaller file may be as empty as it likes. */
    private static final long LARGE = 16_000_000;

    /** In percent of what was written. */
    private static final int IN_USE = 50;

    /** For how long a connection that somebody has is waited for, before the file stays as it is. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final ReentrantReadWriteLock whole = new ReentrantReadWriteLock();
    private final DiskFlush flush = new DiskFlush(() -> write("CHECKPOINT SYNC"));

    /**
     * @param pool of an H2 database in this process, which nobody changes yet; it can be suspended
     * @param jdbi lends the pool's connections
     */
    WholeFile(HikariDataSource pool, Jdbi jdbi) {
        this.pool = pool;
        this.jdbi = jdbi;
        jdbi.useHandle(handle -> setUp(handle.getConnection()));
    }

    /** Whether a file is large and little of it is in use. */
    static boolean isWasteful(DataSource source) {
        try (Connection connection = source.getConnection()) {
            FileStore<?> file = storeOf(connection).getFileStore();
            return file != null && file.size() >= LARGE && file.getChunksFillRate() < IN_USE;
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not tell how full it is", e);
        }
    }

    /**
     * Writes a file anew with what is in use, while nobody has it open; that took less than four seconds for one of 660 MB. A kill
     * meanwhile leaves the old file, and so does a disk without room for both.
     */
    static void shrink(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        } catch (SQLException e) {
            log.warn("the database stays as large as it is: {}", e.toString());
        }
    }

    /** Writes a wasteful file anew while it is open; everybody waits until that is done. */
    void shrink() {
        whole.writeLock().lock();
        try {
            if (!isWasteful(pool)) return;
            pool.getHikariPoolMXBean().suspendPool();
            try {
                if (isClosed()) shrink(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
                else log.info("the database stays as large as it is, because somebody goes on reading it");
            } finally {
                pool.getHikariPoolMXBean().resumePool();
            }
            jdbi.useHandle(handle -> setUp(handle.getConnection()));
        } finally {
            whole.writeLock().unlock();
        }
    }

    /** Whether all connections of the suspended pool have ended, and the file with the last of them. */
    private boolean isClosed() {
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        connections.softEvictConnections();
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (connections.getTotalConnections() > 0 && System.nanoTime() < end) LockSupport.parkNanos(LOOK_NANOS);
        return connections.getTotalConnections() == 0;
    }

    /** Held by whoever changes something, from the first statement to the commit; shared by all of them. */
    Lock changes() {
        return whole.readLock();
    }

    /** Runs a statement of H2 that writes the whole file, while nobody changes anything. */
    void write(String statement) {
        whole.writeLock().lock();
        try {
            jdbi.useHandle(handle -> {
                setUp(handle.getConnection());
                handle.execute(statement);
                setUp(handle.getConnection());
            });
        } finally {
            whole.writeLock().unlock();
        }
    }

    /** H2 counts anew whenever it has written, and forgets all when it has opened the file again after a fault. */
    private static void setUp(Connection connection) {
        MVStore store = storeOf(connection);
        if (!store.isPersistent()) return;
        store.setReuseSpace(false);
        store.registerUnsavedMemory(-ROOM - store.getUnsavedMemory());
    }

    private static MVStore storeOf(Connection connection) {
        try {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            return session.getDatabase().getStore().getMvStore();
        } catch (SQLException e) {
            throw new IllegalStateException("H2 does not tell where it keeps its file", e);
        }
    }

    /** Returns when all that the caller has committed is on the disk. */
    void await() {
        if (whole.getReadHoldCount() > 0) throw new IllegalStateException("a change waits for itself to be written");
        flush.await();
    }

    /** Waits for a write that is underway. */
    @Override
    public void close() {
        flush.close();
    }
}
