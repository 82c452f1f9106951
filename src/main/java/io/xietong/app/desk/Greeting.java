package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.core.chat.Inbound;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.chat.Phrasebook;
import io.xietong.core.chat.TalkCards;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says once in each chat who the bot is (spec.md section 2). */
final class Greeting {

    private Greeting() {}

    /** The bot was added to a group, by whomever. */
    static void inGroup(Books books, Company company, Inbound inbound, Phrasebook phrasebook, Instant now) {
        if (!books.greetings().first(inbound.chat(), now)) return;
        Outgoing card = new Outgoing(
                new Outgoing.ToChat(inbound.chat()),
                new Outgoing.FixedCard(new TalkCards(phrasebook, company.words()).introduction()),
                Outgoing.Urgency.ANSWER,
                Optional.empty());
        Turn.post(books, company, List.of(card), now);
    }

    /** The first word of somebody in their own chat with the bot, when it is not yet one about work. */
    static void inPerson(Turn turn, TalkCards cards) {
        if (turn.chat().isGroup() || turn.pressed()) return;
        if (turn.books.greetings().first(turn.chat(), turn.now)) turn.answer(turn.here(), cards.introduction());
    }
}
