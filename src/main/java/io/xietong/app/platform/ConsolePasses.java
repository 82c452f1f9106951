package io.xietong.app.platform;

import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiConsolePasses.Pass;
import io.xietong.core.chat.Chat;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The way into the console: a link that is made for one account, works once and begins a visit of some hours, which the visitor's
 * browser holds a secret of. Only hashes are kept. Whether the account is still somebody's is asked elsewhere, each time.
 * Thread-safe.
 */
public final class ConsolePasses {

    /** Where links lead; the token is the next step of the path. */
    public static final String ENTRANCE = "/console/enter/";

    private final Database database;
    private final Clock clock;
    private final String publicUrl;

    /** @param publicUrl how browsers reach this server, without a slash at the end */
    public ConsolePasses(Database database, Clock clock, String publicUrl) {
        this.database = database;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** A new link for whoever has this single chat with the bot. */
    public URI link(Chat single, Duration lifetime) {
        if (single.isGroup())
            throw new IllegalArgumentException("the console is linked for one person, not for a group");
        return URI.create(publicUrl + ENTRANCE + keep(single.platform(), single.id(), false, lifetime));
    }

    private String keep(String platform, String account, boolean entered, Duration lifetime) {
        String token = OneTimeToken.make();
        Pass pass = new Pass(platform, account, clock.instant().plus(lifetime));
        database.inTransaction(books -> {
            books.consolePasses().add(OneTimeToken.hash(token), entered, pass);
            return null;
        });
        return token;
    }

    /** For whom a link was made, as long as it can be used. */
    public Optional<Pass> linked(String token) {
        return find(token, false);
    }

    /**
     * Uses a link up.
     *
     * @param lifetime of the visit
     * @return the secret of the visit; empty when the link was used before, has expired or never was
     */
    public Optional<String> enter(String token, Duration lifetime) {
        Optional<Pass> link = linked(token)
                .filter(found ->
                        database.inTransaction(books -> books.consolePasses().take(OneTimeToken.hash(token), false)));
        return link.map(found -> keep(found.platform(), found.account(), true, lifetime));
    }

    /** Whose visit it is, as long as it lasts. */
    public Optional<Pass> visitor(String secret) {
        return find(secret, true);
    }

    private Optional<Pass> find(String secret, boolean entered) {
        return database.read(books -> books.consolePasses().find(OneTimeToken.hash(secret), entered, clock.instant()));
    }

    /** Ends a visit. */
    public void leave(String secret) {
        database.inTransaction(books -> books.consolePasses().take(OneTimeToken.hash(secret), true));
    }
}
