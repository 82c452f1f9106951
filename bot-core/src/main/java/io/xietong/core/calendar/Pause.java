package io.xietong.core.calendar;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch in which a clock stood still.
 *
 * @param to  empty while it still does
 * @param why the question that was asked back
 * @param by  person id
 */
public record Pause(Instant from, Optional<Instant> to, String why, String by) {}
