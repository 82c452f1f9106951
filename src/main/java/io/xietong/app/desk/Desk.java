package io.xietong.app.desk;

import io.xietong.app.crash.CrashPoint;
import io.xietong.app.store.Books;
import io.xietong.app.store.Database;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Phrasebook;
import io.xietong.core.chat.Receiver;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Person;
import io.xietong.core.text.Message;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
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
    private final Supplier<List<Message>> reload;
    private final Runnable posted;
    private final List<String> platforms;
    private final Apology apology;
    private final Deliveries deliveries = new Deliveries();

    /**
     * @param company what the files say at the moment
     * @param reload  reads the calendar files again; the problems when they are faulty and the old calendar stays
     * @param posted  called after each commit: there may be something to send
     * @param platforms that are switched on, in the order in which people are reached there
     */
    public Desk(
            Database database,
            Supplier<Company> company,
            Phrasebook phrasebook,
            Clock clock,
            Supplier<List<Message>> reload,
            Runnable posted,
            Collection<String> platforms) {
        this.database = database;
        this.company = company;
        this.phrasebook = phrasebook;
        this.clock = clock;
        this.reload = reload;
        this.posted = posted;
        this.platforms = List.copyOf(platforms);
        this.apology = new Apology(database, company);
    }

    @Override
    public Answer receive(Inbound inbound) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Answer answer;
        try {
            answer = database.inTransaction(books -> handle(books, inbound, now));
        } catch (RuntimeException fault) {
            answer = apology.to(inbound, now, fault);
        }
        CrashPoint.hit("after-commit");
        posted.run();
        return answer;
    }

    private Answer handle(Books books, Inbound inbound, Instant now) {
        if (!deliveries.isFirst(inbound)) {
            Optional<Answer> first = books.inbox().answered(inbound.platform(), inbound.eventId());
            if (first.isPresent()) return first.get();
        }
        Optional<Person> speaker = speaker(books, inbound);
        Answer answer = speaker.isPresent() ? known(books, inbound, speaker.get(), now) : stranger(books, inbound, now);
        books.inbox().record(inbound.platform(), inbound.eventId(), now, answer);
        CrashPoint.hit("before-commit");
        return answer;
    }

    private Answer known(Books books, Inbound inbound, Person speaker, Instant now) {
        List<String> reachedOn =
                platforms.stream().filter(speaker.accounts()::containsKey).toList();
        if (reachedOn.size() > 1) books.people().spokeOn(speaker.id(), inbound.platform());
        Turn turn = new Turn(books, company.get(), inbound, speaker, now);
        return new Conversation(turn, phrasebook, reload, company, reachedOn).answer();
    }

    /** Empty for strangers, and for those who have left the platform, whatever the organisation's file still says. */
    private Optional<Person> speaker(Books books, Inbound inbound) {
        if (inbound.said() instanceof Inbound.Left) return Optional.empty();
        return known(books, company.get(), inbound.platform(), inbound.account());
    }

    /** Whose account it is; nobody's once its owner has left. */
    static Optional<Person> known(Books books, Company company, String platform, String account) {
        return company.organisation()
                .byAccount(platform, account)
                .filter(person -> !books.leavers().isGone(platform, account));
    }

    private Answer stranger(Books books, Inbound inbound, Instant now) {
        if (inbound.said() instanceof Inbound.Left) {
            log.info("account {} left {}", inbound.account(), inbound.platform());
            books.leavers().hasLeft(inbound.platform(), inbound.account(), now);
            return Answer.NONE;
        }
        if (inbound.said() instanceof Inbound.Joined) {
            Greeting.inGroup(books, company.get(), inbound, phrasebook, now);
            return Answer.NONE;
        }
        log.info("unknown account {} on {}", inbound.account(), inbound.platform());
        Organisation organisation = company.get().organisation();
        List<Object> admins =
                organisation.admins().stream().<Object>map(organisation::nameOf).toList();
        Message sentence = Message.of("talk.stranger", inbound.account(), admins);
        if (inbound.said() instanceof Inbound.Press) {
            return Answer.refused(company.get().words().say(sentence));
        }
        Outgoing note =
                Outgoing.note(new Outgoing.ToChat(inbound.chat()), sentence, Outgoing.Urgency.ANSWER, Optional.empty());
        Turn.post(books, company.get(), List.of(note), now);
        return Answer.NONE;
    }
}
