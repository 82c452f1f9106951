package io.xietong.core.chat;

import java.util.List;

/**
 * Makes and keeps chat groups, on platforms with {@link Capability#CREATE_GROUP}. Accounts are the platform's ids. Thread-safe;
 * calls block like those of {@link ChatPlatform}, and repeating one does no harm.
 */
public interface ChatGroups {

    /**
     * Creates a group with the bot in it.
     *
     * @param key the same for every attempt; used as the platform's idempotency key where it has one
     * @return {@link ChatPlatform.Sent} with the chat's id
     */
    ChatPlatform.Receipt create(String key, String name, String owner, List<String> members);

    /** @return {@link ChatPlatform.Sent} with the chat's id */
    ChatPlatform.Receipt add(String chat, List<String> members);

    /** @return {@link ChatPlatform.Sent} with the chat's id */
    ChatPlatform.Receipt remove(String chat, List<String> members);

    /** @return {@link ChatPlatform.Sent} with the chat's id */
    ChatPlatform.Receipt rename(String chat, String name);
}
