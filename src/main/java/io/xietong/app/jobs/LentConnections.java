package io.xietong.app.jobs;

import io.xietong.app.store.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.quartz.utils.ConnectionProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database's connections as they are lent to the scheduler. It interrupts its threads when it stops, and an interrupt while
 * H2 reads or writes closes the whole database; so it is stopped only while none is lent. Thread-safe.
 */
final class LentConnections implements ConnectionProvider {

    private static final Logger log = LoggerFactory.getLogger(LentConnections.class);

    private final Database database;
    private final AtomicInteger lent = new AtomicInteger();
    private volatile boolean shut;

    LentConnections(Database database) {
        this.database = database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        lent.incrementAndGet();
        database.changes().lock();
        try {
            if (shut) throw new SQLException("the scheduler stops");
            return returnable(database.connection());
        } catch (SQLException | RuntimeException e) {
            giveBack();
            throw e;
        }
    }

    private Connection returnable(Connection connection) {
        AtomicBoolean returned = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (method.getName().equals("close") && !returned.getAndSet(true)) giveBack();
                    }
                });
    }

    /** By the thread that it was lent to. */
    private void giveBack() {
        database.changes().unlock();
        lent.decrementAndGet();
    }

    boolean noneLent() {
        return lent.get() == 0;
    }

    /** Lends no more. */
    void shut() {
        shut = true;
    }

    @Override
    public void shutdown() {
        log.debug("the database is closed by its owner");
    }

    @Override
    public void initialize() {
        log.debug("the database is open already");
    }
}
