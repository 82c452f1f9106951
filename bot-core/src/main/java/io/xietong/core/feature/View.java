package io.xietong.core.feature;

import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.people.Organisation;
import io.xietong.core.people.Routing;
import io.xietong.core.text.Words;
import java.time.Instant;
import java.util.Optional;

/**
 * For whom and when a card is drawn.
 *
 * @param reader person id; empty for a group, where whoever owes the next step finds the buttons for it
 */
public record View(
        Optional<String> reader,
        Organisation organisation,
        Routing routing,
        WorkCalendar calendar,
        Instant now,
        Words words) {}
