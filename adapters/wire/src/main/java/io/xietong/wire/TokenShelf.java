package io.xietong.wire;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the nodes keep the platforms' tokens together. Thread-safe. */
public interface TokenShelf {

    /** A token is renewed this long before it ends. */
    Duration EARLY = Duration.ofMinutes(5);

    /**
     * The token on the shelf; when there is none, it is about to end, or it is the one the platform has just rejected, exactly
     * one caller of all nodes fetches a new one while the others wait for it.
     *
     * @param name     platform and application, such as {@code feishu/cli_x}
     * @param rejected value that the platform no longer takes; empty when nothing was rejected
     * @param fetch    asks the platform; what it throws comes through, and the shelf stays as it was
     */
    Token take(String name, Optional<String> rejected, Supplier<Token> fetch);

    /** A shelf of one process, for tests and tools. */
    static TokenShelf inMemory(Clock clock) {
        Map<String, Token> shelf = new HashMap<>();
        return (name, rejected, fetch) -> {
            synchronized (shelf) {
                Token kept = shelf.get(name);
                if (!usable(kept, rejected, clock)) shelf.put(name, kept = fetch.get());
                return kept;
            }
        };
    }

    /** @param kept null when the shelf has none */
    static boolean usable(Token kept, Optional<String> rejected, Clock clock) {
        return kept != null
                && rejected.filter(kept.value()::equals).isEmpty()
                && kept.until().minus(EARLY).isAfter(clock.instant());
    }
}
