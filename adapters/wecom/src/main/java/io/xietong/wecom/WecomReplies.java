package io.xietong.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The one-time addresses that come with messages to the bot ({@code response_url}, wecom.md 2.3): the only way for a bot without a
 * connection to say something in a group. Only addresses at WeCom's own host are kept, for an hour, on this node. Thread-safe.
 */
final class WecomReplies {

    private static final Duration LIFE = Duration.ofMinutes(59);
    private static final int MOST_CHATS = 200;
    private static final int MOST_EACH = 5;

    private record Kept(URI address, Instant until) {}

    private final URI base;
    private final Clock clock;
    private final Map<String, Deque<Kept>> chats = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Kept>> eldest) {
            return size() > MOST_CHATS;
        }
    };

    WecomReplies(URI base, Clock clock) {
        this.base = base;
        this.clock = clock;
    }

    synchronized void keep(String chat, JsonNode responseUrl) {
        Optional<URI> address = ours(responseUrl.asText());
        if (address.isEmpty()) return;
        Deque<Kept> kept = chats.computeIfAbsent(chat, any -> new ArrayDeque<>());
        kept.addLast(new Kept(address.get(), clock.instant().plus(LIFE)));
        if (kept.size() > MOST_EACH) kept.removeFirst();
    }

    private Optional<URI> ours(String text) {
        try {
            URI address = URI.create(text);
            boolean same = base.getScheme().equals(address.getScheme())
                    && base.getAuthority().equalsIgnoreCase(address.getAuthority());
            return Optional.of(address).filter(any -> same);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The newest that is still good; it is good once. */
    synchronized Optional<URI> take(String chat) {
        Deque<Kept> kept = chats.getOrDefault(chat, new ArrayDeque<>());
        return Optional.ofNullable(kept.pollLast())
                .filter(one -> one.until().isAfter(clock.instant()))
                .map(Kept::address);
    }
}
