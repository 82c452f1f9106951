package io.xietong.app.store;

import io.xietong.core.item.ItemNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a need has in common with its department's newest requests at one moment. Immutable.
 *
 * @param alike    serials of those that ask for much the same, the most alike first
 * @param repeated the newest that the same person has filed lately in exactly these words
 */
public record RecentRequests(List<Long> alike, Optional<ItemNumber> repeated) {

    static final RecentRequests NONE = new RecentRequests(List.of(), Optional.empty());

    public RecentRequests {
        alike = List.copyOf(alike);
    }

    /**
     * What somebody is about to ask of a department.
     *
     * @param since from when on the same person's request in the same words counts as repeated
     */
    public record Asking(String requester, String department, String need, Instant since) {}
}
