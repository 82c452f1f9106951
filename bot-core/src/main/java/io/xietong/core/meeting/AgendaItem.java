package io.xietong.core.meeting;

import io.xietong.core.item.ItemNumber;
import java.util.Optional;

/**
 * 议题: what is to be talked about.
 *
 * @param text  may be empty when it is about an item that not everybody invited may see
 * @param by    who proposed it; empty when the books did
 * @param about the open item that put it there by itself
 */
public record AgendaItem(String text, Optional<String> by, Optional<ItemNumber> about) {

    static AgendaItem proposed(String text, String by) {
        return new AgendaItem(text, Optional.of(by), Optional.empty());
    }

    /** Brought up by an open item. */
    public static AgendaItem open(ItemNumber about, String text) {
        return new AgendaItem(text, Optional.empty(), Optional.of(about));
    }
}
