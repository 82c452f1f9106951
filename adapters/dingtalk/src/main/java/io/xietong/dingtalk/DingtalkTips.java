package io.xietong.dingtalk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who was told something under a card that only they see. What is said to one hides what is said to all until it is taken away,
 * so the next change of the card does that. Thread-safe; after a restart an old word may stay under an old card.
 */
final class DingtalkTips {

    private static final int REMEMBERED = 5_000;

    private final Map<String, Set<String>> readers = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
            return size() > REMEMBERED;
        }
    });

    void told(String card, String account) {
        readers.computeIfAbsent(card, id -> ConcurrentHashMap.newKeySet()).add(account);
    }

    /** The readers whose tips are to be taken away now. */
    Set<String> take(String card) {
        Set<String> told = readers.remove(card);
        return told == null ? Set.of() : told;
    }
}
