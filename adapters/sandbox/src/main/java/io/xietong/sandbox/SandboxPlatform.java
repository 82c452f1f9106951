package io.xietong.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.xietong.core.chat.Capability;
import io.xietong.core.chat.ChatGroups;
import io.xietong.core.chat.ChatPlatform;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Delivers the bot's messages into the sandbox's log. Can do everything a platform can do; its cards never expire. */
public final class SandboxPlatform implements ChatPlatform {

    /** The platform's name in accounts, tables and configuration. */
    public static final String NAME = "sandbox";

    private static final Duration LIFETIME = Duration.ofDays(36_500);

    private final SandboxGroups groups;
    private final SandboxLog log;
    private final Clock clock;

    public SandboxPlatform(SandboxGroups groups, SandboxLog log, Clock clock) {
        this.groups = groups;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Capability> can() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public Optional<ChatGroups> groups() {
        return Optional.of(groups);
    }

    @Override
    public Duration cardLifetime() {
        return LIFETIME;
    }

    @Override
    public Receipt send(Delivery delivery) {
        String chat = SandboxChat.idOf(delivery.chat());
        if (groups.find(chat).isEmpty()) return NotSent.never("the sandbox has no chat " + chat);
        SandboxMessage kept = log.append(new SandboxLog.Draft(
                Optional.of(delivery.key()),
                chat,
                SandboxMessage.BOT,
                clock.instant(),
                text(delivery.content()),
                card(delivery.content())));
        return new Sent(kept.id());
    }

    @Override
    public Receipt update(String messageId, Delivery delivery) {
        boolean found = log.update(messageId, text(delivery.content()), card(delivery.content()));
        return found
                ? new Sent(messageId)
                : new NotSent(NotSent.Kind.CARD_EXPIRED, "the sandbox has no message " + messageId, Optional.empty());
    }

    private static Optional<String> text(Content content) {
        return content instanceof PlainText plain ? Optional.of(plain.text()) : Optional.empty();
    }

    private static Optional<JsonNode> card(Content content) {
        return content instanceof DrawnCard drawn ? Optional.of(SandboxCards.draw(drawn.card())) : Optional.empty();
    }
}
