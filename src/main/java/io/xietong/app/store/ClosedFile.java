package io.xietong.app.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * H2 closes a file that it could not write to, such as on a full disk. A connection to it never works again, whatever it says of
 * itself; a new one opens the file anew, with all that was flushed. So the pool lets such a connection go. Made by the pool.
 */
public final class ClosedFile implements SQLExceptionOverride {

    private static final int CLOSED = 90098;

    @java.lang.Override
    public Override adjudicate(SQLException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException sql && sql.getErrorCode() == CLOSED) return Override.MUST_EVICT;
        return Override.CONTINUE_EVICT;
    }
}
