package io.xietong.app.desk;

import io.xietong.app.export.Sheet;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;

/** Says values as the files of an archive have them, in its reader's language: days and times with their year. Immutable. */
record Ink(Words words, Organisation organisation) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    String say(String key, Object... args) {
        return words.say(key, args);
    }

    /** @param said a text or a message */
    String text(Object said) {
        return said instanceof Message message ? words.say(message) : said.toString();
    }

    /** In the company's zone. */
    String moment(Instant at) {
        return MOMENT.format(at.atZone(words.zone()));
    }

    String day(LocalDate day) {
        return day.toString();
    }

    String person(String id) {
        return organisation.nameOf(id);
    }

    String people(Collection<String> ids) {
        return list(ids.stream().map(this::person).sorted().toList());
    }

    String department(String id) {
        return organisation.departmentName(id);
    }

    String departments(Collection<String> ids) {
        return list(ids.stream().map(this::department).toList());
    }

    String list(List<String> texts) {
        return words.say("text.verbatim", texts);
    }

    /** A table with the headings that the word files have for it. */
    Sheet sheet(String name, List<List<String>> rows) {
        List<String> headings = List.of(words.say("archive.head." + name).split("\\|"));
        if (rows.stream().anyMatch(row -> row.size() != headings.size()))
            throw new IllegalStateException("not a heading for each column of " + name);
        return new Sheet(name, headings, rows);
    }
}
