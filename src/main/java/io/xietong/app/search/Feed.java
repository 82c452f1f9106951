package io.xietong.app.search;

import io.xietong.core.item.ItemKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How far an index has come: what there was at the start, newest first, then what changed since. Guarded by who feeds the index. */
public final class Feed {

    private final Map<ItemKind, Long> before = new EnumMap<>(ItemKind.class);
    private Optional<Arrivals> changes = Optional.empty();

    /** The changes that were seen; empty before the first step. */
    public Optional<Arrivals> changes() {
        return changes;
    }

    /** Begins anew, from this state of the changes. */
    public void begin(Arrivals seen) {
        changes = Optional.of(seen);
        before.clear();
    }

    /** Forgets how far it has come, after something went wrong. */
    public void forget() {
        changes = Optional.empty();
    }

    /** The items of a kind up from this serial are in the index. */
    public long taken(ItemKind kind) {
        return before.getOrDefault(kind, Long.MAX_VALUE);
    }

    public void taken(ItemKind kind, long from) {
        before.put(kind, from);
    }
}
