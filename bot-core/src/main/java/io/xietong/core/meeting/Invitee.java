package io.xietong.core.meeting;

import java.util.Optional;

/**
 * Somebody who is asked to a meeting.
 *
 * @param person    person id
 * @param standIn   person id of who comes in their place
 * @param reason    why they do not come; may be empty
 * @param present   whether they, or who stands in for them, were there
 * @param confirmed the revision of the minutes that they confirmed last; 0 for none
 */
public record Invitee(
        String person, Reply reply, Optional<String> standIn, String reason, boolean present, int confirmed) {

    static Invitee asked(String person) {
        return new Invitee(person, Reply.NONE, Optional.empty(), "", false, 0);
    }

    Invitee says(Reply said, Optional<String> other, String why) {
        return new Invitee(person, said, other, why, present, confirmed);
    }

    Invitee here() {
        return new Invitee(person, reply, standIn, reason, true, confirmed);
    }

    Invitee confirms(int revision) {
        return new Invitee(person, reply, standIn, reason, present, revision);
    }

    /** Who is expected in this seat. */
    public String comer() {
        return standIn.orElse(person);
    }

    public boolean isExpected() {
        return reply != Reply.DECLINED;
    }
}
