package io.xietong.app.desk;

import io.xietong.app.platform.CalendarLinks;
import io.xietong.app.platform.ConsolePasses;
import io.xietong.app.store.Database;
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
        boolean calendar = outgoing.body() instanceof Outgoing.CalendarLink;
        if (!calendar && !(outgoing.body() instanceof Outgoing.ConsoleLink)) return outgoing;
        Optional<Chat> chat = database.read(
                books -> platforms.chat(outgoing.to(), company.get().organisation(), books));
        Optional<String> person = chat.flatMap(single -> Drawing.reader(single, company.get()));
        if (person.isEmpty()) throw new IllegalStateException("a secret link is for one person");
        Words words = database.read(books -> Drawing.of(books, company.get(), person, clock.instant()))
                .view()
                .words();
        Outgoing.Body body = calendar ? calendar(person.get(), words) : console(chat.get());
        return new Outgoing(outgoing.to(), body, outgoing.urgency(), outgoing.about());
    }

    private Outgoing.Body calendar(String person, Words words) {
        URI link = new CalendarLinks(database, clock, company.get().publicUrl()).make(person);
        return new Outgoing.FixedCard(MeetingCards.feed(link, words));
    }

    /** As text, in which every platform lets one follow a link. */
    private Outgoing.Body console(Chat single) {
        Duration lifetime = company.get().talk().consoleLink();
        URI link = new ConsolePasses(database, clock, company.get().publicUrl()).link(single, lifetime);
        return new Outgoing.Note(Message.of("talk.console.link", lifetime, link.toString()));
    }
}
