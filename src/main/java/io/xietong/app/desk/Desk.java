package io.xietong.app.desk;

import io.xietong.app.crash.CrashPoint;
import io.xietong.app.store.Books;
import io.xietong.app.store.Database;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Phrasebook;
import io.xietong.core.chat.Receiver;
import io.xietong.core.people.Person;
import io.xietong.core.text.Message;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where everything that people say is handled. An event is handled in one transaction that ends with its inbox key: a second
 * delivery finds the first answer, and of two deliveries at once one is rolled back. Thread-safe.
 */
public final class Desk implements Receiver {

    private static final Logger log = LoggerFactory.getLogger(Desk.class);

    private final Database database;
    private final Supplier<Company> company;
    private final Phrasebook phrasebook;
    private final Clock clock;
    private final Runnable reload;
    private final Runnable posted;

    /**
     * @param company what the files say at the moment
     * @param reload  reads the files again
     * @param posted  called after each commit: there may be something to send
     */
    public Desk(
            Database database,
            Supplier<Company> company,
            Phrasebook phrasebook,
            Clock clock,
            Runnable reload,
            Runnable posted) {
        this.database = database;
        this.company = company;
        this.phrasebook = phrasebook;
        this.clock = clock;
        this.reload = reload;
        this.posted = posted;
    }

    @Override
    public Answer receive(Inbound inbound) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Answer answer = database.inTransaction(books -> handle(books, inbound, now));
        CrashPoint.hit("after-commit");
        posted.run();
        return answer;
    }

    private Answer handle(Books books, Inbound inbound, Instant now) {
        Optional<Answer> first = books.inbox().answered(inbound.platform(), inbound.eventId());
        if (first.isPresent()) return first.get();
        Optional<Person> speaker = company.get().organisation().byAccount(inbound.platform(), inbound.account());
        Answer answer = speaker.isPresent()
                ? new Conversation(
                                new Turn(books, company.get(), inbound, speaker.get(), now),
                                phrasebook,
                                reload,
                                company)
                        .answer()
                : stranger(books, inbound, now);
        books.inbox().record(inbound.platform(), inbound.eventId(), now, answer);
        CrashPoint.hit("before-commit");
        return answer;
    }

    private Answer stranger(Books books, Inbound inbound, Instant now) {
        log.info("unknown account {} on {}", inbound.account(), inbound.platform());
        Message sentence = Message.of("talk.stranger", inbound.account());
        Outgoing note =
                Outgoing.note(new Outgoing.ToChat(inbound.chat()), sentence, Outgoing.Urgency.ANSWER, Optional.empty());
        if (!(inbound.said() instanceof Inbound.Joined)) Turn.post(books, company.get(), List.of(note), now);
        return Answer.NONE;
    }
}
