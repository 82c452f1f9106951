package io.xietong.app.store;

import io.xietong.core.request.Request;
import io.xietong.core.trail.TrailEntry;

/**
 * A request together with the end of its trail.
 *
 * @param entries how many entries the trail has
 * @param hash    the last entry's hash
 */
public record StoredRequest(Request request, long entries, String hash) {

    /** A request that has no trail yet. */
    public static StoredRequest fresh(Request request) {
        return new StoredRequest(request, 0, TrailEntry.NO_HASH);
    }
}
