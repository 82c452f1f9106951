package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.app.store.JdbiPeople;
import io.xietong.app.store.OutboxRow;
import io.xietong.core.card.Button;
import io.xietong.core.card.Card;
import io.xietong.core.card.Tone;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.ChatPlatform.Content;
import io.xietong.core.chat.ChatPlatform.DrawnCard;
import io.xietong.core.chat.ChatPlatform.PlainText;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.feature.View;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Availability;
import io.xietong.core.people.Person;
import io.xietong.core.people.Routing;
import io.xietong.core.text.Language;
import io.xietong.core.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Turns what was decided into what one reader sees, in the reader's language and as things stand now. */
record Drawing(View view) {

    /** @param reader empty in a group */
    static Drawing of(Books books, Company company, Optional<String> reader, Instant now) {
        JdbiPeople.Setting setting = reader.map(books.people()::setting).orElse(JdbiPeople.Setting.NONE);
        LocalDate today = company.calendar().dateOf(now);
        Routing routing = new Routing(
                company.organisation(), Availability.on(today, books.people().delegations(today)));
        Language language = setting.language().orElse(company.organisation().language());
        return new Drawing(new View(
                reader,
                company.organisation(),
                routing,
                company.calendar(),
                now,
                Words.in(language, company.organisation().zone())));
    }

    /** Whose single chat with the bot a chat is; empty for a group. */
    static Optional<String> reader(Chat chat, Company company) {
        if (chat.isGroup()) return Optional.empty();
        return company.organisation().byAccount(chat.platform(), chat.id()).map(Person::id);
    }

    Content content(Outgoing.Body body, Optional<Found<?>> item) {
        if (body instanceof Outgoing.Note note)
            return new PlainText(view.words().say(note.text()));
        if (body instanceof Outgoing.FixedCard fixed) return new DrawnCard(fixed.card());
        return new DrawnCard(item.orElseThrow().card(((Outgoing.ItemCard) body).headline(), view));
    }

    /** Everything low of one reader on one card: a line each, a button for each item. */
    Content digest(List<OutboxRow> rows) {
        Card.Builder card = Card.titled(view.words().say("talk.digest.title"), Tone.NEUTRAL);
        rows.forEach(row -> card.line(line(row)));
        List<Button> buttons = rows.stream()
                .flatMap(row -> row.item().stream())
                .distinct()
                .limit(6)
                .map(item -> Button.plain("show-" + item, item.toString(), item.toString()))
                .toList();
        return new DrawnCard(card.buttons(buttons).build());
    }

    private String line(OutboxRow row) {
        Outgoing.Body body = row.outgoing().orElseThrow().body();
        String text = body instanceof Outgoing.Note note
                ? view.words().say(note.text())
                : ((Outgoing.ItemCard) body).headline().map(view.words()::say).orElse("");
        return row.item().map(ItemNumber::toString).orElse("") + " " + text;
    }
}
