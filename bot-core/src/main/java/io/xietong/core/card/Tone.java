package io.xietong.core.card;

/** The mood of a card; platforms turn it into a colour, always beside words, never instead of them. */
public enum Tone {
    NEUTRAL,
    INFO,
    WARNING,
    DANGER,
    SUCCESS,
    CLOSED
}
