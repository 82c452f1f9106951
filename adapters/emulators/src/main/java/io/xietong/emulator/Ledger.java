package io.xietong.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every call that the bot made, in order. Thread-safe. */
public final class Ledger {

    /**
     * A call to the platform.
     *
     * @param what   method and path without the query, such as {@code POST /open-apis/im/v1/messages}
     * @param body   as sent; a text node when it was no JSON
     * @param status what was answered
     * @param code   the platform's own code in the answer, such as {@code 0} or {@code param.cardNotExist}; may be empty
     */
    public record Entry(Instant at, String what, JsonNode body, int status, String code) {}

    private final List<Entry> entries = new ArrayList<>();

    synchronized void add(Entry entry) {
        entries.add(entry);
    }

    public synchronized List<Entry> all() {
        return List.copyOf(entries);
    }

    /** The calls whose method and path begin so. */
    public synchronized List<Entry> of(String prefix) {
        return entries.stream().filter(entry -> entry.what().startsWith(prefix)).toList();
    }
}
