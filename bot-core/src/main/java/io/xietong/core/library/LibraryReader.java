package io.xietong.core.library;

import io.xietong.core.card.Input;
import io.xietong.core.chat.Reading;
import io.xietong.core.chat.Spoken;
import io.xietong.core.chat.SpokenAudience;
import io.xietong.core.chat.SpokenDate;
import io.xietong.core.chat.SpokenTask;
import io.xietong.core.item.ItemKind;
import io.xietong.core.people.Audience;
import io.xietong.core.people.Person;
import io.xietong.core.text.Message;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads 文件, 更新, 复核 and 移交, typed or from a form. */
final class LibraryReader {

    private static final Audience NOBODY = new Audience(false, List.of(), List.of());
    private static final Pattern EDITION = Pattern.compile("\\d{1,6}");
    private static final Pattern LINK = Pattern.compile("(?i)\\bhttps?://\\S+");

    private LibraryReader() {}

    static Reading shelve(Spoken spoken) {
        Optional<String> upload = spoken.field("file");
        boolean filledIn =
                spoken.field("name").isPresent() && spoken.field("audience").isPresent();
        if (upload.isEmpty() && !filledIn) return draft(spoken);
        SpokenAudience.Read audience = spoken.field("audience")
                .map(named -> SpokenAudience.read(named, spoken.hearing().organisation()))
                .orElse(new SpokenAudience.Read(NOBODY, Optional.empty()));
        if (audience.unknown().isPresent())
            return new Reading.Wrong(audience.unknown().get());
        SpokenDate.Found day = spoken.field("review").isPresent() ? spoken.date("review") : null;
        if (day instanceof SpokenDate.Impossible impossible) return new Reading.Wrong(impossible.why());
        LibraryCommand.Shelve shelve = new LibraryCommand.Shelve(
                shelf(spoken),
                spoken.field("name").orElse(""),
                spoken.field("link").orElse(""),
                Optional.empty(),
                audience.audience(),
                day instanceof SpokenDate.On on ? Optional.of(on.date()) : Optional.empty());
        return understood(shelve, upload);
    }

    private static Shelf shelf(Spoken spoken) {
        String chosen = spoken.field("shelf").orElse("");
        return Arrays.stream(Shelf.values())
                .filter(shelf -> shelf.name().equals(chosen))
                .findFirst()
                .orElse(Shelf.PROJECT);
    }

    private static Reading understood(LibraryCommand command, Optional<String> upload) {
        return new Reading.Understood(upload.<LibraryCommand>map(word -> new LibraryCommand.WithUpload(command, word))
                .orElse(command));
    }

    private static Reading draft(Spoken spoken) {
        Matcher link = LINK.matcher(spoken.typed());
        boolean linked = link.find();
        String name = linked
                ? spoken.typed().substring(0, link.start()) + spoken.typed().substring(link.end())
                : spoken.typed();
        String plain = Spoken.unquoted(name);
        return new Reading.Understood(
                linked || plain.isEmpty()
                        ? new LibraryCommand.Draft(plain, linked ? link.group() : "")
                        : new LibraryCommand.Upload(Optional.empty(), plain));
    }

    /** Without an address it is a file that is to be uploaded, or that was. */
    static Reading renew(Spoken spoken) {
        Optional<String> upload = spoken.field("file");
        Matcher link = LINK.matcher(spoken.text());
        boolean linked = upload.isEmpty() && link.find();
        if (upload.isEmpty() && !linked)
            return new Reading.Understood(new LibraryCommand.Upload(spoken.anyNumber(), spoken.text()));
        String note = linked
                ? spoken.text().substring(0, link.start()) + spoken.text().substring(link.end())
                : spoken.text();
        return understood(
                new LibraryCommand.Renew(
                        spoken.number(), linked ? link.group() : "", Optional.empty(), Spoken.unquoted(note)),
                upload);
    }

    /** A new version of the document whose number was said, else a new document. */
    static Reading upload(Spoken spoken) {
        boolean renewal = spoken.anyNumber()
                .filter(number -> number.kind() == ItemKind.DOCUMENT)
                .isPresent();
        String said = renewal ? spoken.text() : spoken.field("name").orElse(Spoken.unquoted(spoken.typed()));
        return new Reading.Understood(new LibraryCommand.Upload(renewal ? spoken.anyNumber() : Optional.empty(), said));
    }

    /** 「下载 WJ-3」, or of an earlier version 「下载 WJ-3 第 1 版」. */
    static Reading download(Spoken spoken) {
        Matcher edition = EDITION.matcher(spoken.folded());
        Optional<Integer> which = edition.find() ? Optional.of(Integer.parseInt(edition.group())) : Optional.empty();
        return new Reading.Understood(new LibraryCommand.Download(spoken.number(), which));
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
