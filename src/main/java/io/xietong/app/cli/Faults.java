package io.xietong.app.cli;

import io.xietong.app.config.ConfigFault;
import io.xietong.app.store.DatabaseFault;
import io.xietong.core.text.Message;
import java.net.BindException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into a sentence and an exit code. The terminal never shows a stack trace. */
final class Faults {

    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    static int explain(Exception fault, Voice voice) {
        if (fault instanceof ConfigFault config) {
            config.problems().forEach(voice::complain);
            return ExitCode.USAGE;
        }
        if (fault instanceof DatabaseFault database) {
            database.findings().forEach(voice::complain);
            if (database.kind() == DatabaseFault.Kind.SERVER) return ExitCode.USAGE;
            String kind = database.kind().name().toLowerCase(java.util.Locale.ROOT);
            voice.complain(Message.of("cli.database-" + kind, firstLine(database)));
            return code(database.kind());
        }
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                voice.complain(Message.of("cli.port-taken"));
                return ExitCode.PORT_TAKEN;
            }
        }
        String event = UUID.randomUUID().toString().substring(0, 8);
        log.error("event {}", event, fault);
        voice.complain(Message.of("cli.fault", event));
        return ExitCode.FAULT;
    }

    private static int code(DatabaseFault.Kind kind) {
        return switch (kind) {
            case LOCKED -> ExitCode.LOCKED;
            case DAMAGED -> ExitCode.DAMAGED;
            case SETTING, SERVER, RIGHTS -> ExitCode.USAGE;
            case VERSION, UNREACHABLE -> ExitCode.UNAVAILABLE;
        };
    }

    private static String firstLine(Exception fault) {
        return String.valueOf(fault.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }
}
