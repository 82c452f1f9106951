package io.xietong.app.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.config.JdbiConfig;

/**
 * How times are handed to the driver. MySQL's takes a MariaDB before 11 for a MySQL 5.5, because such a server says so when it is
 * greeted, and leaves out the milliseconds; so it is given texts, which every server reads as the times they are.
 */
public final class TimeBinding implements JdbiConfig<TimeBinding> {

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    private boolean asText;

    /** Made by Jdbi. */
    public TimeBinding() {
        this(false);
    }

    private TimeBinding(boolean asText) {
        this.asText = asText;
    }

    static void asText(Jdbi jdbi) {
        jdbi.getConfig(TimeBinding.class).asText = true;
        jdbi.registerArgument(new Texts());
    }

    /** A text, as most values are, goes in by its own method: of an object the driver would look up first what it is. */
    void set(PreparedStatement statement, int position, Object value) throws SQLException {
        if (value instanceof String text) statement.setString(position, text);
        else if (asText && value instanceof LocalDateTime time) statement.setString(position, TEXT.format(time));
        else statement.setObject(position, value);
    }

    @Override
    public TimeBinding createCopy() {
        return new TimeBinding(asText);
    }

    private static final class Texts extends AbstractArgumentFactory<LocalDateTime> {

        Texts() {
            super(Types.TIMESTAMP);
        }

        @Override
        protected Argument build(LocalDateTime time, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, TEXT.format(time));
        }
    }
}
