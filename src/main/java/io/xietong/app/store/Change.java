package io.xietong.app.store;

import io.xietong.core.item.Item;
import java.util.Optional;

/** An item before and after one decision; without a before it is new. */
public record Change<S extends Item>(Optional<Stored<S>> before, Stored<S> after) {

    /** The item as it was. */
    Optional<S> earlier() {
        return before.map(Stored::item);
    }

    /** The item as it is now. */
    S item() {
        return after.item();
    }
}
