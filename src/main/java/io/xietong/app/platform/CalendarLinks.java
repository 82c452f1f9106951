package io.xietong.app.platform;

import io.xietong.app.store.Database;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * Secret links to people's calendars, which calendar programs fetch without signing in. Whoever has a link can read that calendar
 * until its person has it revoked. Only hashes of tokens are kept. Thread-safe.
 */
public final class CalendarLinks {

    /** Every address ends so, for programs that look at it. */
    private static final String ENDING = ".ics";

    private final Database database;
    private final Clock clock;
    private final String publicUrl;

    /** @param publicUrl how calendar programs reach this server, without a slash at the end */
    public CalendarLinks(Database database, Clock clock, String publicUrl) {
        this.database = database;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** A new link to somebody's calendar; those made before still open it. */
    public URI make(String person) {
        String token = OneTimeToken.make();
        database.inTransaction(books -> {
            books.feeds().add(OneTimeToken.hash(token), person, clock.instant());
            return null;
        });
        return URI.create(publicUrl + "/calendar/" + token + ENDING);
    }

    /** Whose calendar is at an address. @param name the last step of its path */
    public Optional<String> person(String name) {
        if (!name.endsWith(ENDING)) return Optional.empty();
        String token = name.substring(0, name.length() - ENDING.length());
        return database.read(books -> books.feeds().person(OneTimeToken.hash(token)));
    }
}
