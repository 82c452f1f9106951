package io.xietong.wecom;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What cards look like since the answer to a click replaced them; so that changing them to the very same is known to be done, although
 * a bot's card cannot be changed later. Of this node, and of the last few only. Thread-safe.
 */
final class WecomShown {

    private static final int MOST = 500;

    private final Map<String, String> cards = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    synchronized void put(String task, Object card) {
        cards.remove(task);
        cards.put(task, card.toString());
    }

    synchronized boolean shows(String task, Object card) {
        return card.toString().equals(cards.get(task));
    }
}
