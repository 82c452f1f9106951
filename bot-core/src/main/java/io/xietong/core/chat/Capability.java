package io.xietong.core.chat;

/** What a platform can do; a card part or act that needs a missing one takes the stated other way. */
public enum Capability {
    UPDATE_CARD,
    TEXT_INPUT,
    DATE_INPUT,
    CONFIRMATION,
    EPHEMERAL,
    MENTION,
    URGENT_REMINDER,
    CREATE_GROUP
}
