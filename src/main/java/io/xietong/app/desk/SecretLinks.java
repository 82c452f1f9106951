package io.xietong.app.desk;

import io.xietong.app.platform.CalendarLinks;
import io.xietong.app.platform.ConsolePasses;
import io.xietong.app.platform.OneTimeForms;
import io.xietong.app.store.Database;
import io.xietong.core.card.Card;
import io.xietong.core.chat.Chat;
import io.xietong.core.chat.Outgoing;
import io.xietong.core.meeting.MeetingCards;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts secrets that open something of one person's into messages on their way to them. Thread-safe. */
record SecretLinks(Database database, Supplier<Company> company, Platforms platforms, Clock clock) {

    /** A secret is made only now; an attempt that is repeated makes another one, and both are good. */
    Outgoing into(Outgoing outgoing) {
        boolean secret = outgoing.body() instanceof Outgoing.CalendarLink
                || outgoing.body() instanceof Outgoing.ConsoleLink
                || outgoing.body() instanceof Outgoing.FormLink;
        if (!secret) return outgoing;
        Optional<Chat> chat = database.read(
                books -> platforms.chat(outgoing.to(), company.get().organisation(), books));
        Optional<String> person = chat.flatMap(single -> Drawing.reader(single, company.get()));
        if (person.isEmpty()) throw new IllegalStateException("a secret link is for one person");
        return new Outgoing(
                outgoing.to(), body(outgoing.body(), chat.get(), person.get()), outgoing.urgency(), outgoing.about());
    }

    private Outgoing.Body body(Outgoing.Body asked, Chat single, String person) {
        if (asked instanceof Outgoing.FormLink link) return form(link.form(), single);
        return asked instanceof Outgoing.CalendarLink ? calendar(person) : console(single);
    }

    private Outgoing.Body calendar(String person) {
        Words words = database.read(books -> Drawing.of(books, company.get(), Optional.of(person), clock.instant()))
                .view()
                .words();
        URI link = new CalendarLinks(database, clock, company.get().publicUrl()).make(person);
        return new Outgoing.FixedCard(MeetingCards.feed(link, words));
    }

    private Outgoing.Body form(Card form, Chat single) {
        URI link = new OneTimeForms(database, clock, company.get().publicUrl()).link(single, form);
        return new Outgoing.Note(Message.of("talk.form.link", form.title(), OneTimeForms.LIFETIME, link.toString()));
    }

    /** As text, in which every platform lets one follow a link. */
    private Outgoing.Body console(Chat single) {
        Duration lifetime = company.get().talk().consoleLink();
        URI link = new ConsolePasses(database, clock, company.get().publicUrl()).link(single, lifetime);
        return new Outgoing.Note(Message.of("talk.console.link", lifetime, link.toString()));
    }
}
