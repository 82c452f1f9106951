package io.xietong.core.meeting;

import io.xietong.core.item.ItemNumber;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Of which series a meeting is.
 *
 * @param series    its id
 * @param plannedOn the day that the rule names, before it was moved off a day off; once in a series
 * @param owner     the item whose meetings these are, such as a project; empty for the secretariat's
 */
public record Origin(String series, LocalDate plannedOn, Optional<ItemNumber> owner) {

    /** Whether these are the short meetings of every working day that an item such as a project has. */
    public boolean isDaily() {
        return owner.isPresent() && series.startsWith(Series.DAILY);
    }
}
