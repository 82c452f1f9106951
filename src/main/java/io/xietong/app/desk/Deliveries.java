package io.xietong.app.desk;

import io.xietong.core.chat.Inbound;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which events this node has met lately. One that it has not met is taken for new without a look into the inbox: where another node
 * has handled it, or this one before it was started, its key is taken when the transaction ends, and the transaction is run again
 * (decision 0050). Thread-safe.
 */
final class Deliveries {

    private static final int REMEMBERED = 20_000;

    /** An event's key. */
    private record Key(String platform, String event) {}

    // Guarded by this.
    private final Map<Key, Boolean> met = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Whether this is asked for the first time; no longer so when a transaction is run again. */
    synchronized boolean isFirst(Inbound inbound) {
        return met.putIfAbsent(new Key(inbound.platform(), inbound.eventId()), true) == null;
    }
}
