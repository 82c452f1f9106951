package io.xietong.core.feature;

import io.xietong.core.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What of an item stands in people's calendars, on platforms that have one (plan duty 21).
 *
 * @param place     may be empty
 * @param about     in a sentence or two; the rest is read on the card
 * @param lead      person id of whose event it is; one of the people
 * @param people    person ids of those who have it in their calendar
 * @param reminder  how long before it they are reminded; empty for not at all
 * @param asked     whether people have been asked; until then nothing is put there anew, and what stands there only follows
 * @param calledOff whether it is to be taken out of their calendars
 */
public record Appointment(
        String title,
        Instant startsAt,
        Instant endsAt,
        String place,
        Message about,
        String lead,
        Set<String> people,
        Optional<Duration> reminder,
        boolean asked,
        boolean calledOff) {

    public Appointment {
        people = Set.copyOf(people);
    }
}
