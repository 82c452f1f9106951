package io.xietong.wecom;

import io.xietong.core.card.Card;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which version of an item cards show since the answer to a click replaced them; so that changing them to that version is known
 * to be done, although a bot's card cannot be changed later. Of this node, and of the last few only. Thread-safe.
 */
final class WecomShown {

    private static final int MOST = 500;

    private final Map<String, Long> versions = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    synchronized void put(String task, Card card) {
        versions.remove(task);
        versions.put(task, card.version());
    }

    synchronized boolean shows(String task, Card card) {
        return card.version() > 0 && versions.getOrDefault(task, 0L) >= card.version();
    }
}
