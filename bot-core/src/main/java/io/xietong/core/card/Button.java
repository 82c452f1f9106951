package io.xietong.core.card;

import java.util.Optional;

/**
 * Carries a phrase: the very text that a person could type instead of pressing. Nothing about a button is kept in memory.
 *
 * @param id      unique on its card
 * @param phrase  such as {@code 受理 XQ-132}
 * @param confirm asked before the press is sent; names the effect
 */
public record Button(String id, String label, String phrase, Style style, Optional<String> confirm) {

    public enum Style {
        PRIMARY,
        DEFAULT,
        DANGER
    }

    public static Button primary(String id, String label, String phrase) {
        return new Button(id, label, phrase, Style.PRIMARY, Optional.empty());
    }

    public static Button plain(String id, String label, String phrase) {
        return new Button(id, label, phrase, Style.DEFAULT, Optional.empty());
    }

    public static Button danger(String id, String label, String phrase, String confirm) {
        return new Button(id, label, phrase, Style.DANGER, Optional.of(confirm));
    }
}
