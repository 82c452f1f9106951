package io.xietong.app.desk;

import io.xietong.app.store.Database;
import io.xietong.app.store.Lost;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Receiver.Answer;
import io.xietong.core.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said when an event could not be handled: a sentence, never silence and never a stack trace. Thread-safe. */
final class Apology {

    private static final Logger log = LoggerFactory.getLogger(Apology.class);

    private final Database database;
    private final Supplier<Company> company;

    Apology(Database database, Supplier<Company> company) {
        this.database = database;
        this.company = company;
    }

    /**
     * Nothing of the event was kept, unless another node has answered it. A fault of the program is answered and the event is done
     * with; where the database was not in reach a press is told so, and anything else is thrown back, so that the platform delivers
     * it again.
     */
    Answer to(Inbound inbound, Instant now, RuntimeException fault) {
        boolean busy = Lost.aRace(fault) || Lost.theConnection(fault) || !database.answers();
        String event = UUID.randomUUID().toString().substring(0, 8);
        log.error("event {} on {} failed", event, inbound.platform(), fault);
        if (inbound.said() instanceof Inbound.Press) {
            return Answer.refused(company.get().words().say(sentence(busy, event)));
        }
        if (busy || inbound.said() instanceof Inbound.Left) throw fault;
        return database.inTransaction(books -> {
            Optional<Answer> first = books.inbox().answered(inbound.platform(), inbound.eventId());
            if (first.isPresent()) return first.get();
            Outgoing note = Outgoing.note(
                    new Outgoing.ToChat(inbound.chat()),
                    sentence(false, event),
                    Outgoing.Urgency.ANSWER,
                    Optional.empty());
            Turn.post(books, company.get(), List.of(note), now);
            books.inbox().record(inbound.platform(), inbound.eventId(), now, Answer.NONE);
            return Answer.NONE;
        });
    }

    private static Message sentence(boolean busy, String event) {
        return busy ? Message.of("talk.busy") : Message.of("talk.fault", event);
    }
}
