package io.xietong.app.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes an H2 file so that a killed process leaves every change in it whole or not at all (decision 0042). H2 writes one table
 * after the other, and nothing keeps changes from going on meanwhile; so the file is written only while nobody holds
 * {@link #changes()}. Thread-safe.
 */
final class WholeFile implements AutoCloseable {

    /**
     * In bytes. H2 writes by itself, in the midst of changes, once it counts 11 MB or more that are not written. Four times this
     * must not leave the range of an int, since H2 multiplies so.
     */
    private static final int ROOM = 500_000_000;

    /** In percent: how much of what was written has to be in use still. */
    private static final int IN_USE = 50;

    /** In bytes: how much of what is in use is written anew at a time, some milliseconds' work. */
    private static final int ANEW = 1 << 20;

    /** Writes, the first after a start included: what was written before that one may be all that a short life leaves behind. */
    private static final int TIDIED_EVERY = 100;

    private final Jdbi jdbi;
    private final ReentrantReadWriteLock whole = new ReentrantReadWriteLock();
    private final DiskFlush flush = new DiskFlush(this::writeAndTidy);
    /** Only the thread that writes looks at it. */
    private int writes;

    /** @param jdbi of an H2 database in this process, which nobody changes yet */
    WholeFile(Jdbi jdbi) {
        this.jdbi = jdbi;
        jdbi.useHandle(handle -> makeRoom(handle.getConnection()));
    }

    /** Held by whoever changes something, from the first statement to the commit; shared by all of them. */
    Lock changes() {
        return whole.readLock();
    }

    /** Runs a statement of H2 that writes the whole file, while nobody changes anything. */
    void write(String statement) {
        jdbi.useHandle(handle -> {
            whole.writeLock().lock();
            try {
                handle.execute(statement);
                makeRoom(handle.getConnection());
            } finally {
                whole.writeLock().unlock();
            }
        });
    }

    /**
     * Each write appends what has changed, and its space is free when nothing in it is in use any more. So now and then the little
     * that is left in the oldest is put among what has changed, to be written with it. H2 would do so in the thread in which it
     * writes by itself, which does not run.
     */
    private void writeAndTidy() {
        write("CHECKPOINT SYNC");
        if (writes++ % TIDIED_EVERY == 0)
            jdbi.useHandle(handle -> storeOf(handle.getConnection()).compact(IN_USE, ANEW));
    }

    /** H2 counts anew whenever it has written, and when it has opened the file again after a fault. */
    private static void makeRoom(Connection connection) {
        MVStore store = storeOf(connection);
        if (store.isPersistent()) store.registerUnsavedMemory(-ROOM - store.getUnsavedMemory());
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
