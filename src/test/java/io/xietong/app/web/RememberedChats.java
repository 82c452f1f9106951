package io.xietong.app.web;

import io.xietong.core.chat.Capability;
import io.xietong.core.chat.ChatPlatform;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A platform that takes everything, and remembers it for each chat. */
final class RememberedChats implements ChatPlatform {

    private final Map<String, List<String>> said = new ConcurrentHashMap<>();

    /** All that was said in a chat, in the order in which it came. */
    List<String> said(String chat) {
        return said.getOrDefault(chat, List.of());
    }

    @Override
    public String name() {
        return "feishu";
    }

    @Override
    public Set<Capability> can() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public Duration cardLifetime() {
        return Duration.ofDays(14);
    }

    @Override
    public Receipt send(Delivery delivery) {
        said.computeIfAbsent(delivery.chat().id(), chat -> new CopyOnWriteArrayList<>())
                .add(delivery.content().toString());
        return new Sent("msg-" + delivery.key());
    }

    @Override
    public Receipt update(String messageId, Delivery delivery) {
        return send(delivery);
    }
}
