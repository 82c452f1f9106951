package io.xietong.app.store;

import io.xietong.core.item.Item;
import io.xietong.core.trail.TrailEntry;

/**
 * An item together with the end of its trail.
 *
 * @param entries how many entries the trail has
 * @param hash    the last entry's hash
 */
public record Stored<S extends Item>(S item, long entries, String hash) {

    /** An item that has no trail yet. */
    public static <S extends Item> Stored<S> fresh(S item) {
        return new Stored<>(item, 0, TrailEntry.NO_HASH);
    }
}
