package io.xietong.app.store;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Whether a transaction failed for no fault of its own: it lost against another, or its way to the database. */
public final class Lost {

    /** MariaDB: lock wait, deadlock, changed since read; H2: lock time-out, deadlock, concurrent update. */
    private static final Set<Integer> RACES = Set.of(1205, 1213, 1020, 50200, 40001, 90131);

    private static final int CONNECTION_KILLED = 1927;

    private Lost() {}

    /** Whether a transaction failed by a deadlock, a lock time-out, or a row or key that somebody else was faster with. */
    public static boolean aRace(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof StaleVersion || cause instanceof SQLIntegrityConstraintViolationException) return true;
            if (cause instanceof SQLException sql
                    && (RACES.contains(sql.getErrorCode()) || "40001".equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether what was to be done could not be, or was undone, because the connection to the database broke or none was to be had.
     * The database may be well again by now. A commit whose answer got lost with the connection may have happened.
     */
    public static boolean theConnection(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof SQLException sql && CONNECTION_KILLED == sql.getErrorCode()) {
                return true;
            }
        }
        return false;
    }
}
