package io.xietong.app.platform;

import io.xietong.app.store.Database;
import java.time.Clock;
import java.time.Duration;

/**
 * Who has been let in to which web form. A visitor is first sent to the platform with a state that is good once and for a few
 * minutes, then gets a pass of their own for this one form. Kept in the database, since another node may get the next request;
 * only hashes are. Thread-safe.
 */
public final class FormVisits {

    /** How long somebody may take to sign in. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Database database;
    private final Clock clock;

    public FormVisits(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Somebody with this form's token is to sign in. @return the state to go with, letters and digits */
    public String ask(String form) {
        String state = OneTimeToken.makeHex();
        add(state, form, false, PATIENCE);
        return state;
    }

    /** Whether somebody was asked with this state about this form and did not come back yet; true once. */
    public boolean isBack(String state, String form) {
        return database.inTransaction(
                books -> books.visits().take(OneTimeToken.hash(state), OneTimeToken.hash(form), clock.instant()));
    }

    /** Lets the one who came back in. @return the pass to show from now on */
    public String letIn(String form) {
        String pass = OneTimeToken.make();
        add(pass, form, true, OneTimeForms.LIFETIME);
        return pass;
    }

    public boolean isLetIn(String pass, String form) {
        return database.read(
                books -> books.visits().isLetIn(OneTimeToken.hash(pass), OneTimeToken.hash(form), clock.instant()));
    }

    private void add(String secret, String form, boolean letIn, Duration lifetime) {
        database.inTransaction(books -> {
            books.visits()
                    .add(
                            OneTimeToken.hash(secret),
                            OneTimeToken.hash(form),
                            letIn,
                            clock.instant().plus(lifetime));
            return null;
        });
    }
}
