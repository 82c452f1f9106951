package io.xietong.feishu;

import io.xietong.core.chat.Chat;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which chats are groups. A click on a card does not say it, so it is remembered from other events and asked for
 * otherwise. A chat of which nothing can be learnt counts as a group, where nothing private is said. Thread-safe.
 */
final class FeishuChats {

    private static final Logger log = LoggerFactory.getLogger(FeishuChats.class);
    private static final int REMEMBERED = 10_000;

    private final Function<String, Chat.Kind> lookUp;
    private final Promptly promptly;
    private final Map<String, Chat.Kind> kinds = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Chat.Kind> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** @param lookUp asks the platform; may throw {@link FeishuFault} */
    FeishuChats(Function<String, Chat.Kind> lookUp, Promptly promptly) {
        this.lookUp = lookUp;
        this.promptly = promptly;
    }

    void remember(String chat, Chat.Kind kind) {
        if (!chat.isBlank()) kinds.put(chat, kind);
    }

    void forget(String chat) {
        kinds.remove(chat);
    }

    /** The chat as the core names it: a single chat by the account in it. Without any chat it is the account's own. */
    Chat of(String chat, String account) {
        if (chat.isBlank()) return named(chat, account, "", Chat.Kind.SINGLE);
        return named(chat, account, "", kind(chat));
    }

    static Chat named(String chat, String account, String name, Chat.Kind kind) {
        return kind == Chat.Kind.SINGLE
                ? new Chat(FeishuPlatform.NAME, account, kind, "")
                : new Chat(FeishuPlatform.NAME, chat, kind, name);
    }

    private Chat.Kind kind(String chat) {
        Chat.Kind known = kinds.get(chat);
        if (known != null) return known;
        try {
            return promptly.ask(() -> {
                Chat.Kind asked = lookUp.apply(chat);
                remember(chat, asked);
                return asked;
            });
        } catch (FeishuFault e) {
            log.warn("it is not known whether chat {} is a group: {}", chat, e.getMessage());
            return Chat.Kind.GROUP;
        }
    }
}
