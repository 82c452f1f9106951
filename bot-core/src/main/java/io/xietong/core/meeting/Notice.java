package io.xietong.core.meeting;

import io.xietong.core.chat.Outgoing.Urgency;
import io.xietong.core.feature.SharedFact;
import java.util.Locale;

/**
 * What a rung before the beginning of a meeting is for, and what becomes of it when it comes late because no node ran: of several
 * that have come meanwhile only the last is sent, since it says all that the earlier ones said, and none once the meeting has
 * begun.
 */
enum Notice {
    /** T-10 and the like: the date is kept free. Still useful late, and marked so. */
    AHEAD(true),
    /** T-5: what shall be talked about. Still useful late, and marked so. */
    AGENDA_CALL(true),
    /** The working day before. Still useful late, and marked so. */
    EVE(true),
    /** An hour before. It speaks of the time that is left, so that it is true whenever it comes: not marked. */
    SOON(false);

    private final boolean markedWhenLate;

    Notice(boolean markedWhenLate) {
        this.markedWhenLate = markedWhenLate;
    }

    static Notice of(SharedFact.RungReached rung, MeetingRules rules) {
        if (rung.rung().startsWith("M-")) return SOON;
        if (rules.isAgendaCall(rung.rung())) return AGENDA_CALL;
        return rung.rung().equals("T-1") ? EVE : AHEAD;
    }

    boolean isMarkedWhenLate() {
        return markedWhenLate;
    }

    /** The last one is of no use when it is held through quiet hours until the meeting has begun. */
    Urgency urgency() {
        return this == SOON ? Urgency.URGENT : Urgency.NORMAL;
    }

    /** Its text in the word file. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
