package io.xietong.app.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The few single values the whole company shares, such as when a recurring bell rings next. */
public final class JdbiCompanyState {

    /** Why the last nightly copy failed; empty when it did not. */
    public static final String BACKUP_FAILED = "backup.failed";

    private final Handle handle;

    JdbiCompanyState(Handle handle) {
        this.handle = handle;
    }

    public Optional<String> get(String name) {
        return handle.createQuery("SELECT text FROM company_state WHERE name = ?")
                .bind(0, name)
                .mapTo(String.class)
                .findOne();
    }

    public void set(String name, String text) {
        if (handle.execute("UPDATE company_state SET text = ? WHERE name = ?", text, name) == 0) {
            insert(name, text);
        }
    }

    private void insert(String name, String text) {
        handle.execute("INSERT INTO company_state (name, text) VALUES (?,?)", name, text);
    }

    /** Sets a value that is not there yet; one that is stays, also when somebody else has just set it. */
    public void begin(String name, String text) {
        if (get(name).isEmpty()) insert(name, text);
    }

    /** Replaces a value only if it is still the expected one; says whether it did. */
    public boolean advance(String name, String expected, String next) {
        return handle.execute("UPDATE company_state SET text = ? WHERE name = ? AND text = ?", next, name, expected)
                == 1;
    }
}
