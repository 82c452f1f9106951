package io.xietong.app.desk;

import io.xietong.app.store.JdbiPeople;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.chat.Etiquette;
import io.xietong.core.chat.TalkPolicy;
import io.xietong.core.people.Organisation;
import io.xietong.core.request.RequestPolicy;
import io.xietong.core.text.Words;

/** What the files in {@code config/} say, as of when they were last read. Immutable. */
public record Company(Organisation organisation, WorkCalendar calendar, RequestPolicy requests, TalkPolicy talk) {

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
