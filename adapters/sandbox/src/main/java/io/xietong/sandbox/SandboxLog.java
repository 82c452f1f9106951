package io.xietong.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was said in the sandbox, kept by the application. Thread-safe. */
public interface SandboxLog {

    /**
     * A message to be kept; either a text or a card.
     *
     * @param key the same for every attempt of one delivery; empty for what people say
     */
    record Draft(
            Optional<String> key,
            String chat,
            String from,
            Instant at,
            Optional<String> text,
            Optional<JsonNode> card) {}

    /** Keeps a message. A second draft with the same key adds nothing and returns the first message. */
    SandboxMessage append(Draft draft);

    /** Puts other content into a message; its buttons so far are remembered as earlier ones. False when there is no such message. */
    boolean update(String id, Optional<String> text, Optional<JsonNode> card);

    Optional<SandboxMessage> find(String id);

    /** The messages of a chat after a sequence number, oldest first. */
    List<SandboxMessage> after(String chat, long seq, int most);

    /** The newest messages of a chat, oldest first. */
    List<SandboxMessage> newest(String chat, int most);

    /** What appeared or was updated in a chat after a change number, in the order of the changes. */
    List<SandboxMessage> changedSince(String chat, long change, int most);

    /** The chats in which something changed after a change number. */
    List<String> chatsChangedSince(long change);

    /** The number of the last change; 0 when nothing was ever said. */
    long lastChange();

    /** How many messages of others a person has not read, by chat; chats without any are left out. */
    Map<String, Integer> unread(String person, Collection<String> chats);

    /** Marks everything up to a sequence number as read. Never goes back. */
    void markRead(String person, String chat, long seq);
}
