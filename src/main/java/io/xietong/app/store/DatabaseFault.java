package io.xietong.app.store;

import io.xietong.core.text.Message;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;

/** Why the database could not be opened. The message is for the log; the command line says it in the reader's words by kind. */
public final class DatabaseFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong, so that each gets its own sentence and exit code. */
    public enum Kind {
        /** Another process has the file open. */
        LOCKED,
        /** The file is not a sound database. */
        DAMAGED,
        /** The address asks for something that is not allowed. */
        SETTING,
        /** Its tables come from a newer version of the program, or a migration failed. */
        VERSION,
        /** A server is set up in a way that would lose or change what is written; {@link #findings()} says what. */
        SERVER,
        /** The account may not do what it must, such as change tables. */
        RIGHTS,
        /** Nothing answers, or it refuses user and password. */
        UNREACHABLE
    }

    private final Kind kind;
    private final transient List<Message> findings;

    DatabaseFault(List<Message> findings) {
        super(findings.toString());
        this.kind = Kind.SERVER;
        this.findings = findings;
    }

    DatabaseFault(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.findings = List.of();
    }

    /** What is wrong with a server's settings, a sentence each; empty for other kinds. */
    public List<Message> findings() {
        return findings;
    }

    public Kind kind() {
        return kind;
    }

    static DatabaseFault of(RuntimeException fault) {
        if (fault instanceof DatabaseFault known) return known;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                switch (sql.getErrorCode()) {
                    case 90020 -> {
                        return new DatabaseFault(Kind.LOCKED, sql.getMessage(), fault);
                    }
                    case 90030, 90028, 50000, 90031, 90048 -> {
                        return new DatabaseFault(Kind.DAMAGED, sql.getMessage(), fault);
                    }
                    case 1044, 1142 -> {
                        return new DatabaseFault(Kind.RIGHTS, sql.getMessage(), fault);
                    }
                    default -> {}
                }
            }
        }
        Kind kind = fault instanceof FlywayException ? Kind.VERSION : Kind.UNREACHABLE;
        return new DatabaseFault(kind, fault.getMessage(), fault);
    }
}
