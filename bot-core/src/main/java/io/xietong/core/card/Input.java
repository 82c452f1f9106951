package io.xietong.core.card;

import java.util.List;

/**
 * A field of a form.
 *
 * @param name    key of the value when the form is sent
 * @param hint    shown while empty; may be empty
 * @param initial the value it starts with; may be empty. A date is written {@code 2026-11-27}
 * @param options for a choice; for a file the endings of names that can be chosen; else empty
 */
public record Input(
        String name, String label, Kind kind, boolean required, String hint, String initial, List<Option> options) {

    public enum Kind {
        TEXT,
        LONG_TEXT,
        DATE,
        CHOICE,
        /** A file, on web pages alone; no card of a chat can ask for one. */
        FILE
    }

    /** What can be chosen: the value that is sent and the label that is read. */
    public record Option(String value, String label) {}

    public Input {
        options = List.copyOf(options);
    }

    public static Input text(String name, String label, boolean required, String hint, String initial) {
        return new Input(name, label, Kind.TEXT, required, hint, initial, List.of());
    }

    public static Input longText(String name, String label, boolean required, String hint, String initial) {
        return new Input(name, label, Kind.LONG_TEXT, required, hint, initial, List.of());
    }

    public static Input date(String name, String label, boolean required, String initial) {
        return new Input(name, label, Kind.DATE, required, "", initial, List.of());
    }

    public static Input choice(String name, String label, boolean required, String initial, List<Option> options) {
        return new Input(name, label, Kind.CHOICE, required, "", initial, options);
    }

    /** @param endings of names that can be chosen, without a dot */
    public static Input file(String name, String label, String hint, List<String> endings) {
        List<Option> options =
                endings.stream().map(ending -> new Option("." + ending, ending)).toList();
        return new Input(name, label, Kind.FILE, true, hint, "", options);
    }
}
