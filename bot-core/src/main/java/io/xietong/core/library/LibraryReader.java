package io.xietong.core.library;

import io.xietong.core.card.Input;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.chat.SpokenAudience;
import io.xietong.core.chat.SpokenDate;
import io.xietong.core.chat.SpokenTask;
import io.xietong.core.people.Person;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads 文件, 更新, 复核 and 移交, typed or from a form. */
final class LibraryReader {

    private static final Pattern LINK = Pattern.compile("(?i)\\bhttps?://\\S+");

    private LibraryReader() {}

    static Reading shelve(Spoken spoken) {
        if (spoken.field("name").isEmpty() || spoken.field("audience").isEmpty()) return draft(spoken);
        SpokenAudience.Read audience = SpokenAudience.read(
                spoken.field("audience").orElse(""), spoken.hearing().organisation());
        if (audience.unknown().isPresent())
            return new Reading.Wrong(audience.unknown().get());
        SpokenDate.Found day = spoken.field("review").isPresent() ? spoken.date("review") : null;
        if (day instanceof SpokenDate.Impossible impossible) return new Reading.Wrong(impossible.why());
        return new Reading.Understood(new LibraryCommand.Shelve(
                spoken.field("shelf").map(Shelf::valueOf).orElse(Shelf.PROJECT),
                spoken.field("name").orElse(""),
                spoken.field("link").orElse(""),
                audience.audience(),
                day instanceof SpokenDate.On on ? Optional.of(on.date()) : Optional.empty()));
    }

    private static Reading draft(Spoken spoken) {
        Matcher link = LINK.matcher(spoken.typed());
        boolean linked = link.find();
        String name = linked
                ? spoken.typed().substring(0, link.start()) + spoken.typed().substring(link.end())
                : spoken.typed();
        return new Reading.Understood(new LibraryCommand.Draft(Spoken.unquoted(name), linked ? link.group() : ""));
    }

    static Reading renew(Spoken spoken) {
        Matcher link = LINK.matcher(spoken.text());
        if (!link.find()) return asks(spoken, "phrase.renew.what");
        String note = spoken.text().substring(0, link.start()) + spoken.text().substring(link.end());
        return new Reading.Understood(new LibraryCommand.Renew(spoken.number(), link.group(), Spoken.unquoted(note)));
    }

    static Reading review(Spoken spoken) {
        SpokenDate.Found day = spoken.date("date");
        if (day instanceof SpokenDate.Impossible impossible) return new Reading.Wrong(impossible.why());
        Optional<LocalDate> next = day instanceof SpokenDate.On on ? Optional.of(on.date()) : Optional.empty();
        return new Reading.Understood(new LibraryCommand.Review(spoken.number(), next));
    }

    static Reading handOver(Spoken spoken) {
        List<Person> owners = SpokenTask.read(spoken.hearing(), spoken.text()).owners();
        if (owners.isEmpty()) return asks(spoken, "phrase.entrust.what");
        return new Reading.Understood(
                new LibraryCommand.HandOver(spoken.number(), owners.get(0).id()));
    }

    private static Reading asks(Spoken spoken, String question) {
        return new Reading.Incomplete(
                spoken.phrase(),
                spoken.anyNumber(),
                Message.of(question, spoken.number()),
                List.of(Input.text("text", "phrase." + spoken.phrase().id() + ".text", true, "", "")));
    }
}
