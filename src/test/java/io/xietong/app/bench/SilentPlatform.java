package io.xietong.app.bench;

import io.xietong.core.chat.Capability;
import io.xietong.core.chat.ChatPlatform;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** A platform that takes everything at once and forgets it. */
final class SilentPlatform implements ChatPlatform {

    @Override
    public String name() {
        return "sandbox";
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
        return new Sent(delivery.key());
    }

    @Override
    public Receipt update(String messageId, Delivery delivery) {
        return new Sent(messageId);
    }
}
