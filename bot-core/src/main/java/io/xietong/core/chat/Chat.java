package io.xietong.core.chat;

/**
 * Where something was said.
 *
 * @param platform such as {@code feishu} or {@code sandbox}
 * @param id       the platform's id of the chat; for a single chat on a platform that has none, the account's id
 * @param name     the group's name, empty when the platform does not tell it
 */
public record Chat(String platform, String id, Kind kind, String name) {

    public enum Kind {
        GROUP,
        SINGLE
    }

    /** Whether it is the same chat, whatever its name is now. */
    public boolean isSame(Chat other) {
        return platform.equals(other.platform) && id.equals(other.id);
    }

    public boolean isGroup() {
        return kind == Kind.GROUP;
    }
}
