package io.xietong.app.desk;

import io.xietong.app.store.Books;
import io.xietong.app.store.JdbiPeople;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.chat.Etiquette;
import io.xietong.core.chat.TalkPolicy;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import io.xietong.core.text.Words;
import java.util.Optional;

/**
 * What the files in {@code config/} say, as of when they were last read. Immutable.
 *
 * @param publicUrl how browsers and calendars reach this server, without a slash at the end
 */
public record Company(
        Organisation organisation, WorkCalendar calendar, Features features, TalkPolicy talk, String publicUrl) {

    /** What the next rung of an item's running clock will be. */
    public Optional<Message> nextRing(Books books, ItemNumber number) {
        return features.find(books, number).flatMap(found -> found.nextRing(this));
    }

    /** Says trails. */
    public TrailWords trailWords() {
        return new TrailWords(features, organisation);
    }

    /** The company's own language, for groups and for those it does not know. */
    Words words() {
        return Words.in(organisation.language(), organisation.zone());
    }

    /** How messages may reach somebody with these settings. */
    Etiquette etiquette(JdbiPeople.Setting setting) {
        return new Etiquette(
                setting.quietFrom().orElse(talk.quietFrom()),
                setting.quietTo().orElse(talk.quietTo()),
                setting.digest(),
                talk.digestAt(),
                calendar);
    }
}
