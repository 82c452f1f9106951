package io.xietong.app.desk;

import io.xietong.app.platform.OneTimeToken;
import io.xietong.app.store.Database;
import io.xietong.core.library.LibraryFile;
import io.xietong.core.library.UploadRules;
import io.xietong.core.people.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes in the files that people send from a web page, until the form they came with is carried out. Thread-safe. */
public final class Uploads {

    /** How long a file waits for its form, which comes at once. */
    private static final Duration WAITS = Duration.ofHours(1);

    private final Database database;
    private final Supplier<? extends Company> company;
    private final Clock clock;

    public Uploads(Database database, Supplier<? extends Company> company, Clock clock) {
        this.database = database;
        this.company = company;
        this.clock = clock;
    }

    /** Which files are taken, as policy has it now. */
    public UploadRules rules() {
        return company.get().features().documents().feature().rules().uploads();
    }

    /** Whether the account is somebody's of the company who has not left. */
    public boolean welcomes(String platform, String account) {
        return person(platform, account).isPresent();
    }

    private Optional<Person> person(String platform, String account) {
        return database.read(books -> Desk.known(books, company.get(), platform, account));
    }

    /**
     * Keeps a file that the rules let through.
     *
     * @return the word by which the desk finds it, once and for this person
     */
    public String keep(String platform, String account, String name, byte[] content) {
        Person sender = person(platform, account).orElseThrow();
        String word = OneTimeToken.make();
        Instant now = clock.instant();
        database.inTransaction(books -> {
            LibraryFile file = new LibraryFile(name, books.files().keep(content, now), content.length);
            books.uploads().add(OneTimeToken.hash(word), file, sender.id(), now.plus(WAITS));
            return null;
        });
        return word;
    }
}
