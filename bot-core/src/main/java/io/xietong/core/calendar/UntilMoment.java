package io.xietong.core.calendar;

import io.xietong.core.text.Message;
import java.time.Instant;
import java.util.List;

/** Until a moment that was agreed, such as the beginning of a meeting; neither days off nor pauses move it. */
public record UntilMoment(Instant moment) implements Allowance {

    @Override
    public Instant due(WorkCalendar calendar, Instant armedAt, List<Pause> pauses) {
        return moment;
    }

    @Override
    public Message describe() {
        return Message.of("calendar.mode.until-moment", moment);
    }
}
