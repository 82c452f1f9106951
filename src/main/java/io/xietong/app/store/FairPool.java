package io.xietong.app.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Lends a pool's connections in the order in which they are asked for. The pool alone lets whoever has just given one back have
 * it again, so that under load some wait for a second while others wait for nothing. Thread-safe.
 */
final class FairPool implements ConnectionFactory {

    private final DataSource pool;
    private final long patienceMillis;
    private final Semaphore turns;

    /**
     * @param size           connections that the pool has
     * @param patienceMillis for how long a connection is waited for
     */
    FairPool(DataSource pool, int size, long patienceMillis) {
        this.pool = pool;
        this.patienceMillis = patienceMillis;
        this.turns = new Semaphore(size, true);
    }

    /** @throws SQLTransientConnectionException when none has become free in time */
    @Override
    public Connection openConnection() throws SQLException {
        if (!turn())
            throw new SQLTransientConnectionException("no connection has become free within " + patienceMillis + " ms");
        try {
            return pool.getConnection();
        } catch (SQLException | RuntimeException e) {
            turns.release();
            throw e;
        }
    }

    /** Waits on when it is interrupted: the program's end interrupts threads that still have something to write. */
    private boolean turn() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return turns.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try {
            connection.close();
        } finally {
            turns.release();
        }
    }

    /** How many wait for one, about. */
    int waiting() {
        return turns.getQueueLength();
    }
}
