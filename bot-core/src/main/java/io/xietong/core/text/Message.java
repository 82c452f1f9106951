package io.xietong.core.text;

import java.util.List;

/**
 * Something to be said, before it is known in which language: a key of the word files and what fills its places.
 *
 * <p>Arguments may be strings (user text stays as it is; each platform escapes it when it draws), numbers,
 * {@link java.time.Instant}, {@link java.time.LocalDate}, {@link java.time.Duration}, other messages, or lists of these.
 * Immutable.
 *
 * @param key  {@code file.name} as in {@code words/<file>.<language>.properties}
 * @param args fill {@code {0}}, {@code {1}} … of the text
 */
public record Message(String key, List<Object> args) {

    public Message {
        if (key.indexOf('.') < 1) throw new IllegalArgumentException("a message key reads file.name: " + key);
        args = List.copyOf(args);
    }

    public static Message of(String key, Object... args) {
        return new Message(key, List.of(args));
    }

    /** Text that is the same in every language, such as what a person wrote. */
    public static Message verbatim(String text) {
        return of("text.verbatim", text);
    }
}
