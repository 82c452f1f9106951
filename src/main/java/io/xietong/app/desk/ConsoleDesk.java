package io.xietong.app.desk;

import io.xietong.app.store.Database;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Inbound;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What people see in the console: the same items by the same rights as in the chat, asked at the moment they look. What they do
 * there goes to the {@link Desk} like anything they press in a chat. Thread-safe.
 */
public final class ConsoleDesk {

    private final Database database;
    private final Supplier<Company> company;
    private final Clock clock;

    public ConsoleDesk(Database database, Supplier<Company> company, Clock clock) {
        this.database = database;
        this.company = company;
        this.clock = clock;
    }

    /**
     * Has somebody look, with the books open for it; nothing that is seen may be kept beyond what is returned.
     *
     * @param account by the platform's id, as the platform has vouched for it
     * @return empty for a stranger, and for somebody who has left
     */
    public <T> Optional<T> as(String platform, String account, Function<Seeing, T> look) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Chat single = new Chat(platform, account, Chat.Kind.SINGLE, "");
        Inbound visit = new Inbound(platform, "console", account, single, new Inbound.Text(""), now);
        return database.read(books -> Desk.known(books, company.get(), platform, account)
                .map(person -> look.apply(new Seeing(new Turn(books, company.get(), visit, person, now)))));
    }
}
