package io.xietong.app.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A migration's connections, over which one that was broken off half way runs again from its first statement: what stands already is
 * left as it is. Databases commit each change of a table alone, so a kill leaves the first statements done and not written down
 * (decision 0049).
 */
final class Resuming {

    private static final Logger log = LoggerFactory.getLogger(Resuming.class);

    /** A table, column or index that is there, or one to be dropped that is not: of MySQL and MariaDB, of H2. */
    private static final Set<Integer> DONE = Set.of(1050, 1060, 1061, 1091, 42101, 42121, 42111, 42112, 90057);

    /** A key that is taken, which of a written row means that it is there. */
    private static final Set<Integer> KEPT = Set.of(1062, 23505);

    private static final Pattern ROW =
            Pattern.compile("\\s*INSERT\\b.*\\bVALUES\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Runnable after;
    private boolean told;

    private Resuming(Runnable after) {
        this.after = after;
    }

    /** @param after called after each statement, before anything is written down about it */
    static DataSource over(DataSource source, Runnable after) {
        Resuming resuming = new Resuming(after);
        return wrapped(DataSource.class, source, (method, args) -> {
            Object result = method.invoke(source, args);
            return result instanceof Connection connection ? resuming.connection(connection) : result;
        });
    }

    private Connection connection(Connection connection) {
        return wrapped(Connection.class, connection, (method, args) -> {
            Object result = method.invoke(connection, args);
            return method.getName().equals("createStatement") ? statement((Statement) result) : result;
        });
    }

    private Statement statement(Statement statement) {
        return wrapped(
                Statement.class,
                statement,
                (method, args) -> method.getName().equals("execute")
                        ? execute(statement, method, args)
                        : method.invoke(statement, args));
    }

    private Object execute(Statement statement, Method method, Object... args) throws ReflectiveOperationException {
        Object hasRows = false;
        try {
            hasRows = method.invoke(statement, args);
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof SQLException fault) || !stands(fault, args[0].toString())) throw e;
            tell();
        }
        after.run();
        return hasRows;
    }

    private void tell() {
        if (!told) log.warn("a migration goes on that an earlier start had begun");
        told = true;
    }

    private static boolean stands(SQLException fault, String sql) {
        int code = fault.getErrorCode();
        return DONE.contains(code) || KEPT.contains(code) && ROW.matcher(sql).matches();
    }

    private interface Call {
        Object on(Method method, Object... args) throws ReflectiveOperationException;
    }

    private static <T> T wrapped(Class<T> type, T real, Call call) {
        return type.cast(Proxy.newProxyInstance(
                real.getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    try {
                        return call.on(method, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
