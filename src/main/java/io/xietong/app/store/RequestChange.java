package io.xietong.app.store;

import java.util.Optional;

/** A request before and after one decision; without a before it is new. */
public record RequestChange(Optional<StoredRequest> before, StoredRequest after) {}
