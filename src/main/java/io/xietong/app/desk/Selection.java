package io.xietong.app.desk;

import io.xietong.core.item.ItemKind;
import java.time.YearMonth;

/** Which items a list of the console is of; of these, whoever looks sees those that they may see. */
public sealed interface Selection {

    /** What waits for whoever looks, earliest due first. */
    record Waiting() implements Selection {}

    /** What they have a part in, each kind newest first. */
    record Mine() implements Selection {}

    /** All of a kind, newest first. @param open only those in which somebody still owes something */
    record OfKind(ItemKind kind, boolean open) implements Selection {}

    /** What waits for a department, earliest due first. @param department id */
    record OfDepartment(String department) implements Selection {}

    /** The meetings that begin in a month, the first first. */
    record InMonth(YearMonth month) implements Selection {}

    /** What changed in the last days, the last first. */
    record Recent() implements Selection {}

    /** What a search finds, the best first. */
    record Found(String words) implements Selection {}
}
