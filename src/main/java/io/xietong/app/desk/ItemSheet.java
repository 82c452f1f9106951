package io.xietong.app.desk;

import io.xietong.core.card.Card;
import java.util.List;

/**
 * Everything about one item that its reader may see.
 *
 * @param card    as it is drawn for them, with what they may do about it
 * @param text    what was written in it and is not on the card; may be empty
 * @param clock   the steps by which its due time came about; empty when no clock runs
 * @param trail   oldest first
 * @param whole   whether the trail is as it was written
 */
public record ItemSheet(ItemLine line, Card card, String text, List<String> clock, List<Step> trail, boolean whole) {

    /** One entry of the trail, in words. @param where the platform on which it happened; empty for the clock */
    public record Step(String at, String who, String what, String where) {}

    /** An item that changed lately, with what happened last. */
    public record Change(ItemLine line, Step last) {}

    public ItemSheet {
        clock = List.copyOf(clock);
        trail = List.copyOf(trail);
    }
}
