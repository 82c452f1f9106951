package io.xietong.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The chats of an emulated platform and what stands in them, as the platform would keep them. Thread-safe. */
public final class EmulatedChats {

    /** Who speaks when it is not a person. */
    public static final String BOT = "bot";

    /** @param group false for a person's chat with the bot, which has the one member */
    public record Chat(String id, String name, boolean group, Set<String> members) {

        public Chat {
            members = Set.copyOf(members);
        }
    }

    /**
     * A message.
     *
     * @param from    account, or {@link #BOT}
     * @param kind    the platform's word, such as {@code text} or {@code interactive}
     * @param payload the very JSON that was sent
     */
    public record Message(
            long seq,
            String id,
            String chat,
            String from,
            String kind,
            JsonNode payload,
            Instant sentAt,
            int updates) {}

    private final Clock clock;
    private final Map<String, Chat> chats = new LinkedHashMap<>();
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private long changes;

    EmulatedChats(Clock clock) {
        this.clock = clock;
    }

    public synchronized void add(Chat chat) {
        chats.put(chat.id(), chat);
        changes++;
    }

    public synchronized void remove(String chat) {
        chats.remove(chat);
        changes++;
    }

    public synchronized Optional<Chat> find(String id) {
        return Optional.ofNullable(chats.get(id));
    }

    /** The chats an account is in. */
    public synchronized List<Chat> of(String account) {
        return chats.values().stream()
                .filter(chat -> chat.members().contains(account))
                .toList();
    }

    /** Changes who is in a chat. */
    public synchronized void members(String chat, UnaryOperator<Set<String>> change) {
        Chat before = chats.get(chat);
        add(new Chat(before.id(), before.name(), before.group(), change.apply(new TreeSet<>(before.members()))));
    }

    /** @param id the platform's message id, unique */
    public synchronized Message post(String id, String chat, String from, String kind, JsonNode payload) {
        changes++;
        Message message = new Message(messages.size() + 1L, id, chat, from, kind, payload, clock.instant(), 0);
        messages.put(id, message);
        return message;
    }

    /** Puts other content into a message. Empty when there is no such message. */
    public synchronized Optional<Message> update(String id, JsonNode payload) {
        Message old = messages.get(id);
        if (old == null) return Optional.empty();
        changes++;
        Message next = new Message(
                old.seq(), id, old.chat(), old.from(), old.kind(), payload, old.sentAt(), old.updates() + 1);
        messages.put(id, next);
        return Optional.of(next);
    }

    public synchronized Optional<Message> message(String id) {
        return Optional.ofNullable(messages.get(id));
    }

    /** The messages of a chat, oldest first. */
    public synchronized List<Message> in(String chat) {
        return messages.values().stream()
                .filter(message -> message.chat().equals(chat))
                .toList();
    }

    /** All messages, oldest first. */
    public synchronized List<Message> all() {
        return new ArrayList<>(messages.values());
    }

    /** Grows with every change; a page asks it to know whether to read again. */
    public synchronized long changes() {
        return changes;
    }
}
