package io.xietong.app.desk;

import io.xietong.core.item.ItemNumber;

/**
 * One item in a list of the console, in the reader's words.
 *
 * @param owing who owes the next step; empty when nobody does
 * @param when  what its time says for the day of the reader
 * @param due   when it is due, or begins; empty when no clock runs
 * @param late  by how much it is overdue; empty unless it is
 */
public record ItemLine(
        ItemNumber number, String title, String state, boolean open, String owing, When when, String due, String late) {

    /** How an item stands to its time. */
    public enum When {
        LATE,
        TODAY,
        LATER,
        NO_CLOCK
    }
}
