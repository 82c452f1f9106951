package io.xietong.sandbox;

import io.xietong.core.chat.Chat;
import java.util.Set;

/**
 * A conversation of the sandbox.
 *
 * @param id      {@code group:ID} for a group, {@code single:ID} for a person's chat with the bot
 * @param members person ids
 */
public record SandboxChat(String id, String name, Chat.Kind kind, Set<String> members) {

    private static final String SINGLE = "single:";

    public SandboxChat {
        members = Set.copyOf(members);
    }

    static SandboxChat single(String person, String name) {
        return new SandboxChat(SINGLE + person, name, Chat.Kind.SINGLE, Set.of(person));
    }

    public boolean holds(String person) {
        return members.contains(person);
    }

    /** The chat as the bot knows it: a single chat is named by the account's id. */
    public Chat seenByBot() {
        return kind == Chat.Kind.GROUP
                ? new Chat(SandboxPlatform.NAME, id, kind, name)
                : new Chat(SandboxPlatform.NAME, id.substring(SINGLE.length()), kind, "");
    }

    /** The sandbox's id of a chat that the bot wants to write to. */
    static String idOf(Chat chat) {
        return chat.isGroup() || chat.id().startsWith(SINGLE) ? chat.id() : SINGLE + chat.id();
    }
}
