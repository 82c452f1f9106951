package io.xietong.app.web;

import io.xietong.core.text.Language;
import java.util.List;

/** Suggests how to go on while somebody types. Thread-safe. */
public interface Completer {

    /**
     * A suggestion.
     *
     * @param text what the typed text becomes
     * @param hint what it does, in a few words
     */
    record Completion(String text, String hint) {}

    /** The commands that begin with what was typed after the slash, best first; all that the person may use for an empty prefix. */
    List<Completion> complete(String person, String prefix, Language language);
}
